import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite'
import { reserved, type Widgets } from '../packages/embed/loader.ts'
import { widgetSources } from '../packages/embed/widgets.ts'
import { catalogue, cataloguesByName, inOnePiece } from './catalogues.ts'
import { editorDataFiles } from './editor-data.ts'
import { leanLit } from './lean-lit.ts'
import { templateMinifier } from './template-minifier.ts'

const root = join(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(join(root, 'packages/embed/package.json'), 'utf8')) as {
  readonly version: string
}

/**
 * Two Lits on one page would both ask for the Trusted Types policy `lit-html`, and the second dies: ours has its own name,
 * which a page allows with `trusted-types amt-html`.
 */
const ownTrustedTypesPolicy = (): Plugin => ({
  name: 'amtsweg:trusted-types',
  transform: {
    filter: { id: /\/lit-html\/(?:development\/)?lit-html\.js$/ },
    handler(code) {
      const parts = code.split(/createPolicy\((["'])lit-html\1/)
      if (parts.length !== 3) this.error('Lit names its Trusted Types policy in another way now')
      return { code: `${parts[0]}createPolicy("amt-html"${parts[2]}`, map: null }
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

const integrity = (code: string | Uint8Array) =>
  `sha384-${createHash('sha384').update(code).digest('base64')}`

/** Files of each widget by the names the build has just given them. */
function widgetsIn(chunks: readonly Rolldown.OutputChunk[]): Widgets {
  const name = (file: string) => basename(file, '.js')
  const filesWith = (module: string) => {
    const chunk = chunks.find(({ moduleIds }) => moduleIds.includes(join(root, module)))
    return chunk ? [chunk.fileName, ...chunk.imports].map(name) : []
  }
  const entries = Object.entries(widgetSources).flatMap(([tag, { source, domain, needs = {}, space }]) => {
    const own = filesWith(source)
    if (!own.length) return []
    const further = Object.entries(needs).map(([attributes, module]) => {
      return [attributes, filesWith(module).filter((file) => !own.includes(file))] as const
    })
    const words = chunks.flatMap(({ facadeModuleId, fileName }) => {
      const [, of, lang] = catalogue.exec(facadeModuleId ?? '') ?? []
      return of === domain ? [[lang!, name(fileName)] as const] : []
    })
    return [
      [tag, { files: Object.fromEntries([['', own], ...further]), words: Object.fromEntries(words), space }],
    ]
  })
  return Object.fromEntries(entries) as Widgets
}

/** Writes `embed.js`, the one stable name, and a manifest with sizes and hashes of all files. */
const embedScript = (): Plugin => ({
  name: 'amtsweg:embed',
  async generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
    const widgets = widgetsIn(chunks)
    // The loader names the chunk that holds the widget, so nobody asks for the door in front of it.
    for (const { fileName, moduleIds } of chunks) if (!moduleIds.length) delete bundle[fileName]
    const code = await inOnePiece(join(root, 'packages/embed/index.ts'), {
      AMT_WIDGETS: JSON.stringify(widgets),
    })
    this.emitFile({ type: 'asset', fileName: 'embed.js', source: code })
    // For pages that want the room before the script has run: see the guide for webmasters.
    this.emitFile({ type: 'asset', fileName: 'assets/reserve.css', source: `${reserved(widgets)}\n` })
    const files = [{ fileName: 'embed.js', code }, ...chunks.filter(({ moduleIds }) => moduleIds.length)].map(
      ({ fileName, code }) => ({
        file: fileName,
        bytes: Buffer.byteLength(code),
        gzip: gzipSync(code, { level: 9 }).length,
        integrity: integrity(code),
      }),
    )
    const source = `${JSON.stringify({ widgets, files }, null, 2)}\n`
    this.emitFile({ type: 'asset', fileName: 'assets/manifest.json', source })
  },
})

/** The licences of what we ship along, as those licences ask. */
const licences = (): Plugin => ({
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
      return `${name}\n\n${readFileSync(join(folder, 'LICENSE'), 'utf8').trim()}\n`
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
    embedScript(),
    licences(),
    editorDataFiles(version),
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
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        codeSplitting: {
          groups: [
            // Used by the finder at once; the wayfinder takes its places from the finder.
            {
              name: 'finder',
              test: /\/widgets\/responsibility\/(?!question)|\/kit\/place-picker\.ts$/,
              priority: 1,
            },
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
export async function builtWidgets(): Promise<{
  readonly widgets: Widgets
  readonly files: ReadonlyMap<string, string>
}> {
  const { NODE_ENV } = process.env
  // A test runner says `test`, and Lit would come with its warnings for developers.
  process.env['NODE_ENV'] = 'production'
  const output = await build({ root, logLevel: 'error', build: { write: false } })
  process.env['NODE_ENV'] = NODE_ENV
  const files = new Map(
    (output as Rolldown.RolldownOutput[])[0]!.output.map((file) => [
      file.fileName,
      `${file.type === 'chunk' ? file.code : file.source}`,
    ]),
  )
  const { widgets } = JSON.parse(files.get('assets/manifest.json')!) as { widgets: Widgets }
  return { widgets, files }
}
