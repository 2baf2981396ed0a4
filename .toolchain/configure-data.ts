import type { Plugin } from 'vite'
import { siteUses } from '../packages/contract/access.ts'
import { options as allowed } from '../packages/embed/forms.ts'
import { languages } from '../packages/messages/languages.ts'
import { publishedWidgets } from './widgets-manifest.ts'

/** One attribute as a form can ask for it. */
export interface WidgetOption {
  readonly name: string
  /** Present or not, one of `values`, or words. */
  readonly kind: 'flag' | 'choice' | 'text'
  readonly values: readonly string[]
}

export interface ConfigureData {
  readonly widgets: readonly { readonly name: string; readonly options: readonly WidgetOption[] }[]
  /** Languages that every widget has its words in, German first. */
  readonly languages: readonly string[]
}

const kindOf = (type: string) => {
  if (type === 'boolean') return 'flag'
  return type.startsWith("'") ? 'choice' : 'text'
}

const place = (tag: string) => siteUses.findIndex((use) => use === tag)

/** What the configurator offers: read from the docblocks, so that a new widget or attribute is there by itself. */
export function configureData(): ConfigureData {
  // The loader's order saves it bytes; here the first one is what most towns begin with.
  const inOrder = publishedWidgets().toSorted((one, other) => place(one.tag) - place(other.tag))
  const widgets = inOrder.map(({ tag, declaration }) => ({
    name: tag.slice('amt-'.length),
    // What all three forms can say.
    options: (declaration.attributes ?? [])
      .filter(({ name }) => allowed.includes(name))
      .map(({ name, type }) => ({
        name,
        kind: kindOf(type!.text),
        values: [...type!.text.matchAll(/'([\w-]+)'/g)].map(([, value]) => value!),
      })),
  }))
  return { widgets, languages } as ConfigureData
}

const id = 'virtual:configure-data'

/** The same for the page, as a module. */
export const configureDataModule = (): Plugin => ({
  name: 'amtsweg:configure-data',
  resolveId: (asked) => (asked === id ? `\0${id}` : undefined),
  load: (asked) =>
    asked === `\0${id}` ? `export const data = ${JSON.stringify(configureData())}` : undefined,
})
