import type { PublishedWidget } from './widgets-manifest.ts'

const quoted = (name: string) => (/^\w+$/.test(name) ? name : `'${name}'`)

const doc = (text: string | undefined) => (text ? `  /** ${text} */\n` : '')

/** What a template may write on a widget, and what it hears from it: the same for every framework. */
const partsOf = ({ declaration: { name, attributes = [], members = [], events = [] } }: PublishedWidget) => {
  const fields = members.filter(
    ({ kind, attribute, readonly, static: ofClass }) =>
      kind === 'field' && !readonly && !ofClass && attribute !== undefined,
  )
  const further = members
    .filter(({ kind, attribute, readonly }) => kind === 'field' && !readonly && attribute === undefined)
    .concat(fields.filter((field) => field.attribute !== field.name))
  return `/** What can be written on the element; properties too, where a framework sets these. */
export interface ${name}Attributes {
${attributes.map((each) => `${doc(each.description)}  ${quoted(each.name)}?: ${each.type!.text} | undefined`).join('\n')}
${further.map((each) => `${doc(each.description)}  ${each.name}?: ${name}['${each.name}'] | undefined`).join('\n')}
}

/** What the element tells, by the event's name. */
export interface ${name}Events {
${events.map((each) => `${doc(each.description)}  '${each.name}': ${each.type!.text}`).join('\n')}
}`
}

/** Elements and events in the DOM's own maps, so that \`querySelector\` and \`addEventListener\` know them. */
const domMaps = (widgets: readonly PublishedWidget[]) => {
  const events = new Map(
    widgets.flatMap(({ declaration }) =>
      (declaration.events ?? []).map((each) => [each.name, each.type!.text]),
    ),
  )
  return `declare global {
  interface HTMLElementTagNameMap {
${widgets.map(({ tag, declaration }) => `    '${tag}': ${declaration.name}`).join('\n')}
  }
  interface HTMLElementEventMap {
${[...events].map(([name, type]) => `    '${name}': ${type}`).join('\n')}
  }
}`
}

/** Goes behind the public types: attributes, events and maps of every widget. */
export const elementTypes = (widgets: readonly PublishedWidget[]): string =>
  `${widgets.map(partsOf).join('\n\n')}\n\n${domMaps(widgets)}\n`

/** One line per widget, within a framework's own interface of elements. */
const entries = (widgets: readonly PublishedWidget[], type: (name: string) => string) =>
  widgets.map(({ tag, declaration }) => `'${tag}': ${type(declaration.name)}`).join('\n')

const imports = (widgets: readonly PublishedWidget[]) =>
  `import type { ${widgets
    .flatMap(({ declaration: { name } }) => [name, `${name}Attributes`, `${name}Events`])
    .join(', ')} } from './types.js'`

const listeners = (prefix: string) =>
  `{ [Name in keyof Events as \`${prefix}\${string & Name}\`]?: ((event: Events[Name]) => void) | undefined }`

/**
 * Types for templates, by file name. Written here and not by the libraries that make such types: those take every event for a
 * CustomEvent, and ours are subclasses of Event with fields of their own.
 */
export const frameworkTypes = (widgets: readonly PublishedWidget[]): Readonly<Record<string, string>> => ({
  'react.d.ts': `import type { DetailedHTMLProps, HTMLAttributes } from 'react'
${imports(widgets)}

type On<Events> = ${listeners('on')}
type Props<Element, Attributes, Events> =
  Omit<DetailedHTMLProps<HTMLAttributes<Element>, Element>, keyof Attributes> & Attributes & On<Events>

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      ${entries(widgets, (name) => `Props<${name}, ${name}Attributes, ${name}Events>`)}
    }
  }
}
`,
  'jsx.d.ts': `${imports(widgets)}

type On<Events> = ${listeners('on')}
type Props<Element, Attributes, Events> = Attributes &
  On<Events> & { ref?: unknown; key?: string | number; id?: string; class?: string; slot?: string; hidden?: boolean; children?: unknown }

declare global {
  namespace JSX {
    interface IntrinsicElements {
      ${entries(widgets, (name) => `Props<${name}, ${name}Attributes, ${name}Events>`)}
    }
  }
}
`,
  'vue.d.ts': `import type { EmitFn, HTMLAttributes } from 'vue'
${imports(widgets)}

type Define<Element, Attributes, Events> = new () => Element & {
  /** @deprecated Types of the template only; not there on the element. */
  $props: HTMLAttributes & Attributes
  /** @deprecated Types of the template only; not there on the element. */
  $emit: EmitFn<{ [Name in keyof Events]: (event: Events[Name]) => void }>
}

declare module 'vue' {
  interface GlobalComponents {
    ${entries(widgets, (name) => `Define<${name}, ${name}Attributes, ${name}Events>`)}
  }
}
`,
  'svelte.d.ts': `import type { HTMLAttributes } from 'svelte/elements'
${imports(widgets)}

type On<Events> = ${listeners('on')} & ${listeners('on:')}
type Props<Element extends EventTarget, Attributes, Events> = Omit<HTMLAttributes<Element>, keyof Attributes> & Attributes & On<Events>

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    ${entries(widgets, (name) => `Props<${name}, ${name}Attributes, ${name}Events>`)}
  }
}
`,
})
