import { basename } from 'node:path'
import { widgetSources } from '../packages/embed/widgets.ts'
import { elementsManifest, type Manifest } from './manifest.ts'

type Module = Manifest['modules'][number]
type Declaration = NonNullable<Module['declarations']>[number]

/** A widget as sites see it: what its docblock says, and its events as classes. */
export interface PublishedWidget {
  readonly tag: string
  /** Its file in the npm package, without folder and ending. */
  readonly file: string
  readonly source: string
  readonly declaration: Declaration
  readonly events: readonly (Declaration & { readonly source: string })[]
}

/** The documentation of what pages may use: the widgets and their events, not what these are made of. */
export function publishedWidgets(): readonly PublishedWidget[] {
  const { modules } = elementsManifest()
  const all = modules.flatMap(({ path, declarations = [] }) =>
    declarations.map((each) => ({ ...each, source: path })),
  )
  return Object.entries(widgetSources).map(([tag, { source }]) => {
    const declaration = all.find(({ tagName, source: path }) => tagName === tag && path === source)
    if (!declaration) throw new Error(`${source} has no docblock with @tag ${tag}`)
    const events = (declaration.events ?? []).map(({ name, type }) => {
      const event = all.find((each) => each.name === type!.text)
      if (!event) throw new Error(`${tag} sends ${name}, and no file has its class ${type!.text}`)
      return event
    })
    const { members = [], attributes = [] } = declaration
    const published = { ...declaration, members: members.map(set), attributes: attributes.map(set) }
    return { tag, file: basename(source, '.ts'), source, declaration: published, events }
  })
}

/** Without the file of ours that a member comes from. */
const own = <Member extends object>(member: Member): Member => ({ ...member, inheritedFrom: undefined })

const plain = (declaration: Declaration) => ({ ...(declaration as object as Declaration), source: undefined })

/** An attribute that is not set has no value; that is not one of its values. */
const set = <Member extends { readonly type?: { readonly text: string } }>(member: Member): Member =>
  member.type ? { ...member, type: { text: member.type.text.replace(/ \| undefined$/, '') } } : member

/**
 * Custom Elements Manifest 1.0 of the npm package, published beside the script too. Everything is told where the widget's own
 * file is: a reader of it knows nothing of our folders.
 */
export function widgetsManifest(widgets = publishedWidgets()) {
  return {
    schemaVersion: '1.0.0',
    readme: 'README.md',
    modules: widgets.map(({ tag, file, declaration, events }) => {
      const path = `${file}.js`
      const { members = [], attributes = [], ...rest } = plain(declaration)
      const exported = [declaration, ...events].map(({ name }) => ({
        kind: 'js',
        name,
        declaration: { name, module: path },
      }))
      return {
        kind: 'javascript-module',
        path,
        declarations: [
          {
            ...rest,
            members: members.map(own),
            attributes: attributes.map(own),
            superclass: { name: 'LitElement', package: 'lit' },
          },
          ...events.map((event) => ({ ...plain(event), superclass: { name: 'Event', package: 'global:' } })),
        ],
        exports: [
          ...exported,
          {
            kind: 'custom-element-definition',
            name: tag,
            declaration: { name: declaration.name, module: path },
          },
        ],
      }
    }),
  }
}
