import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite'
import type { Release } from '../packages/embed/release.ts'
import { widgetSources } from '../packages/embed/widgets.ts'
import { cataloguesByName } from './catalogues.ts'
import { editorDataFiles } from './editor-data.ts'
import { leanLit } from './lean-lit.ts'
import { release } from './release-build.ts'
import { templateMinifier } from './template-minifier.ts'
import { root } from './tools.ts'

const { version } = JSON.parse(readFileSync(join(root, 'packages/embed/package.json'), 'utf8')) as {
  readonly version: string
}

/**
 * Two Lits on one page would both ask for the Trusted Types policy `lit-html`, and the second dies: ours has its own name,
 * which a page allows with `trusted-types amt-html`.
 */
export const ownTrustedTypesPolicy = (name = 'amt-html'): Plugin => ({
  name: 'amtsweg:trusted-types',
  transform: {
    filter: { id: /\/lit-html\/(?:development\/)?lit-html\.js$/ },
    handler(code) {
      const parts = code.split(/createPolicy\((["'])lit-html\1/)
      if (parts.length !== 3) this.error('Lit names its Trusted Types policy in another way now')
      return { code: `${parts[0]}createPolicy("${name}"${parts[2]}`, map: null }
    },
  },
})

/** See lean-decorators.ts; the compiler's helper loses the same half. */
export const leanDecorators = (): Plugin => ({
  name: 'amtsweg:decorators',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^lit\/decorators\.js$/ },
    handler: () => join(import.meta.dirname, 'lean-decorators.ts'),
  },
  transform: {
    filter: { id: /@oxc-project\+runtime.*\/decorate\.js$/ },
    handler: () =>
      'export default (decorators, prototype, name) => decorators.forEach((each) => each(prototype, name))',
  },
})

/** The licences of what we ship along, as those licences ask. */
export const licences = (): Plugin => ({
  name: 'amtsweg:licences',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
    const packages = chunks.flatMap(({ moduleIds }) =>
      moduleIds.flatMap(
        (id) => /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(id)?.slice(1, 3).join(' ') ?? [],
      ),
    )
    const texts = [...new Set(packages)].sort().map((entry) => {
      const [folder, name] = entry.split(' ') as [string, string]
      const file =
        readdirSync(folder).find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry)) ?? 'LICENSE'
      return `${name}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
    })
    this.emitFile({
      type: 'asset',
      fileName: 'assets/licences.txt',
      source: texts.join(`\n${'-'.repeat(80)}\n\n`),
    })
  },
})

const kit =
  /\/packages\/(?:kit\/(?:index|amt-element|controls\.styles|define|language|messages|page-colours|states|tokens\.styles|visit-place)|messages\/(?:catalogues|languages))\.ts$/

/** The build of everything that a town's page loads, into `dist/`. */
export const widgetsBuild = (): InlineConfig => ({
  plugins: [
    leanDecorators(),
    leanLit(),
    ownTrustedTypesPolicy(),
    templateMinifier(),
    cataloguesByName(),
    licences(),
    editorDataFiles(version),
    release(),
  ],
  build: {
    outDir: 'dist',
    target: 'es2022',
    modulePreload: false,
    lib: {
      entry: Object.fromEntries(
        Object.values(widgetSources)
          .filter(({ source }) => existsSync(join(root, source)))
          .map(({ source }) => [basename(source, '.ts'), join(root, source)]),
      ),
      formats: ['es'],
    },
    rolldownOptions: {
      output: {
        minify: true,
        comments: false,
        // A door without a room has the widget's name already; the release leaves it out.
        entryFileNames: ({ name, moduleIds }) => `assets/${moduleIds.length ? '' : 'door-'}${name}.js`,
        chunkFileNames: 'assets/[name].js',
        codeSplitting: {
          groups: [
            // Used by the finder at once; the wayfinder takes its places from the finder.
            {
              name: 'responsibility-finder',
              test: /\/widgets\/responsibility\/(?!question)|\/kit\/place-picker\.ts$/,
              priority: 1,
            },
            // What it shares with the card of a person is too little for a request of its own.
            {
              name: 'office-card',
              test: /\/kit\/(?:office-card|format)\.ts$|\/messages\/vcard\.ts$/,
              priority: 2,
            },
            // The map and what is opened take some of the list's own files.
            {
              name: 'map-viewer',
              test: /\/widgets\/geodata\/(?:map-viewer|symbols|features|events)/,
              priority: 1,
            },
            // Nothing of it before a page names such a file.
            { name: 'togeojson', test: /\/node_modules\/@tmcw\//, priority: 4 },
            // Nothing of it before a map is seen.
            { name: 'openlayers', test: /\/node_modules\/(?:ol|rbush|quickselect)\//, priority: 4 },
            {
              name: 'core',
              priority: 3,
              // How a search ended is told long after the first sight: it goes with who tells it.
              test: (id: string) =>
                kit.test(id) ||
                /\/packages\/client\/(?!ended-search)|\/node_modules\/|lean-(?:css|decorators)/.test(id),
            },
          ],
        },
      },
    },
  },
})

/** What `dist/` would hold, by file name; built anew, so that nobody measures what is out of date. */
export async function builtWidgets(): Promise<Release & { readonly built: ReadonlyMap<string, string> }> {
  const { NODE_ENV } = process.env
  // A test runner says `test`, and Lit would come with its warnings for developers.
  process.env['NODE_ENV'] = 'production'
  const output = await build({ root, logLevel: 'error', build: { write: false } })
  process.env['NODE_ENV'] = NODE_ENV
  const built = new Map(
    (output as Rolldown.RolldownOutput[])[0]!.output.map((file) => [
      file.fileName,
      `${file.type === 'chunk' ? file.code : file.source}`,
    ]),
  )
  const list = [...built.keys()].find((file) => file.endsWith('/integrity.json'))!
  return { ...(JSON.parse(built.get(list)!) as Release), built }
}
