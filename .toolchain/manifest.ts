import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as analyzer from '@custom-elements-manifest/analyzer'
// @ts-expect-error -- it comes without types
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js'
import { themeTokens } from '../packages/kit/theme-tokens.ts'

/** What the analyzer exports, and its types do not tell. */
const { create, ts } = analyzer as unknown as {
  create(options: { modules: unknown[]; plugins: unknown[]; context: { dev: boolean } }): Manifest
  ts: { createSourceFile(path: string, text: string, target: number, parents: boolean): unknown }
}

/** ts.ScriptTarget.ES2022 */
const newest = 9
const root = join(import.meta.dirname, '..')

interface Described {
  readonly name: string
  readonly description?: string
}

/** What the docblock and the decorators of one element say (Custom Elements Manifest 1.0). */
export interface ElementDescription extends Described {
  readonly tagName: string
  readonly path: string
  readonly summary?: string
  readonly status?: string
  readonly members?: readonly (Described & {
    readonly kind: string
    readonly type?: { readonly text: string }
    readonly attribute?: string
    readonly privacy?: string
    readonly readonly?: boolean
    readonly static?: boolean
  })[]
  readonly attributes?: readonly (Described & {
    readonly type?: { readonly text: string }
    readonly default?: string
    readonly fieldName?: string
  })[]
  readonly slots?: readonly Described[]
  readonly events?: readonly (Described & { readonly type?: { readonly text: string } })[]
  readonly cssParts?: readonly Described[]
  readonly cssProperties?: readonly Described[]
}

export interface Manifest {
  readonly modules: readonly {
    readonly path: string
    readonly declarations?: readonly (Omit<ElementDescription, 'tagName' | 'path'> & {
      readonly tagName?: string
    })[]
  }[]
}

const tokens = themeTokens.map(({ name, description, initial }) => ({
  name,
  description: `${description} Else: ${initial}.`,
}))

/** The documentation of all our elements, read from their source; what is private stays out. */
export function elementsManifest(): Manifest {
  const paths = globSync(['widgets/*/*.ts', 'packages/kit/*.ts'], { cwd: root }).sort()
  const modules = paths
    .filter((path) => !/(?:test|testing|styles)\.ts$/.test(path))
    .map((path) => ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), newest, true))
  const manifest = create({ modules, plugins: litPlugin() as unknown[], context: { dev: false } })
  return {
    ...manifest,
    modules: manifest.modules.map((module) => ({
      ...module,
      declarations: module.declarations?.map((element) => ({
        ...element,
        members: element.members?.filter(({ name, privacy }) => !privacy && !name.startsWith('#')),
        // The analyzer also guesses events from calls of dispatchEvent; only the docblock knows their names.
        events: element.events?.filter(({ name }) => name?.startsWith('amt-')),
        // The same for all: written down once.
        ...(element.tagName && { cssProperties: [...(element.cssProperties ?? []), ...tokens] }),
      })),
    })),
  } as Manifest
}

/** One by one, with the file each lies in. */
export const describedElements = (): ElementDescription[] =>
  elementsManifest().modules.flatMap(({ path, declarations = [] }) =>
    declarations.flatMap((element) =>
      element.tagName ? [{ ...element, tagName: element.tagName, path }] : [],
    ),
  )
