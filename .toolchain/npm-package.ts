import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { build, type Rolldown } from 'vite'
import { decorators } from '../vite.config.ts'
import { editorData } from './editor-data.ts'
import { elementsReference } from './elements-reference.ts'
import { elementTypes, frameworkTypes } from './framework-types.ts'
import { filesWithSideEffects, npmBuild } from './npm-build.ts'
import { publicTypes } from './public-types.ts'
import { type PublishedWidget, publishedWidgets } from './widgets-manifest.ts'

const root = join(import.meta.dirname, '..')
const frameworks = ['react', 'jsx', 'vue', 'svelte']

const read = <Content>(path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Content

/** Provenance holds only for the repository that a package names: whoever publishes names it in the root's package.json. */
const publisher = (() => {
  const { repository, homepage, bugs } = read<Readonly<Record<string, unknown>>>('package.json')
  return { repository, homepage, bugs }
})()

/** `@lit/task` and `lit` as far as the workspace tells: the exact version we test with, and newer ones of the same major. */
const dependencies = () => {
  const lines = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')
  return Object.fromEntries(
    ['@lit/task', 'lit'].map((name) => {
      const version = new RegExp(`^ {2}'?${name}'?: (\\d[\\d.]*)$`, 'm').exec(lines)?.[1]
      if (!version) throw new Error(`The catalog of pnpm-workspace.yaml names no version of ${name}`)
      return [name, `^${version}`]
    }),
  )
}

const packageJson = (
  widgets: readonly PublishedWidget[],
  version: string,
  sideEffects: readonly string[],
) => ({
  name: '@amtsweg/widgets',
  version,
  description:
    'E-government widgets for the websites of German municipalities: find public services and the office in charge',
  keywords: ['web-components', 'custom-elements', 'lit', 'e-government', 'ozg', 'municipality'],
  license: 'Apache-2.0',
  ...publisher,
  type: 'module',
  exports: {
    '.': { types: './index.d.ts', default: './index.js' },
    ...Object.fromEntries(
      widgets.map(({ file }) => [`./${file}`, { types: `./${file}.d.ts`, default: `./${file}.js` }]),
    ),
    ...Object.fromEntries(frameworks.map((name) => [`./${name}`, { types: `./${name}.d.ts` }])),
    './custom-elements.json': './custom-elements.json',
    './package.json': './package.json',
  },
  types: './index.d.ts',
  customElements: 'custom-elements.json',
  'web-types': './web-types.json',
  sideEffects,
  files: ['*.js', '*.d.ts', '*.json', 'chunks', 'elements.md'],
  dependencies: dependencies(),
  publishConfig: { access: 'public', provenance: true },
})

/** What each entry exports, in code and in types: the element and its events. */
const entryOf = ({ declaration, source, events }: PublishedWidget): string =>
  [{ name: declaration.name, source }, ...events]
    .map(({ name, source: path }) => `export { ${name} } from ${JSON.stringify(join(root, path))}\n`)
    .join('')

const typesOf = ({ declaration, events }: PublishedWidget): string => {
  const { name } = declaration
  const types = [`${name}Attributes`, `${name}Events`]
  return `export { ${[name, ...events.map((each) => each.name)].join(', ')} } from './types.js'
export type { ${types.join(', ')} } from './types.js'
`
}

/** Writes the package `@amtsweg/widgets` into a folder, which is emptied first. */
export async function writeNpmPackage(folder: string): Promise<void> {
  const { version } = read<{ version: string }>('packages/embed/package.json')
  const widgets = publishedWidgets()
  const entries = join(dirname(folder), 'entries')
  rmSync(entries, { recursive: true, force: true })
  mkdirSync(entries, { recursive: true })
  const entry = Object.fromEntries(
    widgets.map((widget) => {
      const path = join(entries, `${widget.file}.ts`)
      writeFileSync(path, entryOf(widget))
      return [widget.file, path]
    }),
  )
  const [output] = (await build({ ...decorators, ...npmBuild(folder, entry) })) as Rolldown.RolldownOutput[]
  const chunks = output!.output.filter((file) => file.type === 'chunk')

  const all = widgets.map(({ file }) => `export * from './${file}.js'\n`).join('')
  const types = {
    'types.d.ts': publicTypes(widgets) + elementTypes(widgets),
    ...Object.fromEntries(widgets.map((widget) => [`${widget.file}.d.ts`, typesOf(widget)])),
    'index.d.ts': `${all}export * from './types.js'\n`,
    ...frameworkTypes(widgets),
  }
  const style = await resolveConfig(join(root, 'package.json'))
  const sideEffects = [...filesWithSideEffects(chunks), './index.js']
  const files = {
    'package.json': `${JSON.stringify(packageJson(widgets, version, sideEffects), null, 2)}\n`,
    'index.js': all,
    'elements.md': elementsReference(),
    ...editorData(version),
    ...Object.fromEntries(
      await Promise.all(
        Object.entries(types).map(
          async ([name, text]) => [name, await format(text, { ...style, parser: 'typescript' })] as const,
        ),
      ),
    ),
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
  cpSync(join(root, 'widgets/npm.md'), join(folder, 'README.md'))
}
