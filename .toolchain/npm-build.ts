import { join } from 'node:path'
import type { InlineConfig, Plugin, Rolldown } from 'vite'
import { widgetSources } from '../packages/embed/widgets.ts'
import { catalogue, cataloguesByImport } from './catalogues.ts'
import { templateMinifier } from './template-minifier.ts'
import { leanDecorators } from './widgets-build.ts'

const root = join(import.meta.dirname, '..')

/** Without the loader nobody brings what a widget places in its template: who places it imports it. */
const placedWidgets = (): Plugin => ({
  name: 'amtsweg:placed-widgets',
  enforce: 'pre',
  transform: {
    filter: { id: /\/widgets\/[^/]+\/[\w-]+\.ts$/, code: /html`[^]*<amt-/ },
    handler(code, id) {
      const placed = Object.entries(widgetSources).filter(
        ([tag, { source }]) => id !== join(root, source) && new RegExp(`<${tag}[\\s>]`).test(code),
      )
      const imports = placed.map(([, { source }]) => `import ${JSON.stringify(join(root, source))};`)
      return { code: imports.join('') + code, map: null }
    },
  },
})

/**
 * In a site's own bundle, the address of the script says nothing of our server, and some bundlers take the expression for a file to
 * bring along. Without `api` a widget asks the site itself, which may pass `/api/v1/` on.
 */
const ownServer = (): Plugin => ({
  name: 'amtsweg:own-server',
  transform: {
    filter: { id: /\/kit\/amt-element\.ts$/ },
    handler(code) {
      const parts = code.split(/new URL\((["'])\/\1, import\.meta\.url\)/)
      if (parts.length !== 3) this.error('The kit finds its server in another way now')
      return { code: `${parts[0]}new URL('/', document.baseURI)${parts[2]}`, map: null }
    },
  },
})

/** The same source as the script's, as modules for a site's own bundler: Lit stays an import, everything else of ours comes along. */
export const npmBuild = (outDir: string, entry: Readonly<Record<string, string>>): InlineConfig => ({
  configFile: false,
  root,
  logLevel: 'warn',
  plugins: [leanDecorators(), templateMinifier(), cataloguesByImport(), placedWidgets(), ownServer()],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    minify: false,
    lib: {
      entry: { ...entry },
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^lit(?:$|\/)/, /^@lit\//],
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: ({ facadeModuleId, name }) => {
          const [, domain, lang] = catalogue.exec(facadeModuleId ?? '') ?? []
          return `chunks/${domain ? `${domain}-${lang}` : name}.js`
        },
      },
    },
  },
})

/** Files that do something when they are imported, namely define an element: a bundler must not drop them. */
export function filesWithSideEffects(chunks: readonly Rolldown.OutputChunk[]): string[] {
  const effective = new Set(
    chunks.filter(({ code }) => /\bdefine\("amt-/.test(code)).map(({ fileName }) => fileName),
  )
  // Whoever imports such a file has its effect as well.
  for (let before = -1; before !== effective.size;) {
    before = effective.size
    for (const { fileName, imports } of chunks)
      if (imports.some((each) => effective.has(each))) effective.add(fileName)
  }
  return [...effective].map((file) => `./${file}`).sort()
}
