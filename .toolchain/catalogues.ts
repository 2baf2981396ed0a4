import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite'
import { widgetSources } from '../packages/embed/widgets.ts'
import { languages } from '../packages/messages/languages.ts'

const root = join(import.meta.dirname, '..')
const messages = join(root, 'packages/messages')
const loader = /\/packages\/messages\/catalogues\.ts$/
export const catalogue = /\/packages\/messages\/(\w+)\/([\w-]+)\.ts$/

/** Builds one module with all it imports into one piece of code. */
export async function inOnePiece(entry: string, define: InlineConfig['define'] = {}): Promise<string> {
  const built = (await build({
    configFile: false,
    root,
    logLevel: 'error',
    define,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['es'], fileName: 'one' },
      rolldownOptions: { output: { minify: true, comments: false } },
    },
  })) as Rolldown.RolldownOutput[]
  return built[0]!.output[0].code
}

const read = (patterns: readonly string[]) =>
  globSync([...patterns], { cwd: root })
    .filter((file) => !/(?:\.test|\/testing)\.ts$/.test(file))
    .sort()
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\0')

/** Every file of words that widgets load; German ones that come with their code need none. */
function loaded(): readonly { readonly domain: string; readonly lang: string; readonly id: string }[] {
  const code = read(['packages/kit/*.ts', 'widgets/*/*.ts'])
  const domains = (pattern: RegExp) => [...new Set([...code.matchAll(pattern)].map(([, domain]) => domain!))]
  const brought = domains(/'@amtsweg\/messages\/(\w+)\/de\.ts'/g)
  return domains(/\bloadWords\('(\w+)'/g).flatMap((domain) =>
    languages
      .filter((lang) => lang !== 'de' || !brought.includes(domain))
      .map((lang) => ({ domain, lang, id: join(messages, domain, `${lang}.ts`) })),
  )
}

/** A widget's own words are called by its tag, so that the loader needs no list of whose they are. */
const tags = new Map(Object.entries(widgetSources).map(([tag, { domain }]) => [domain, tag]))
const nameOf = (domain: string) => tags.get(domain) ?? domain

/**
 * A widget's words come in one file per language, shared words included: a file of their own would be one more request. A widget
 * names the domain and the language and not fifty files.
 */
export function cataloguesByName(): Plugin {
  const named = new Set<string>()
  return {
    name: 'amtsweg:catalogues',
    buildStart() {
      for (const { domain, lang, id } of loaded())
        this.emitFile({ type: 'chunk', id, fileName: `assets/${nameOf(domain)}-${lang}.js` })
    },
    transform: {
      filter: { id: /\/widgets\/\w+\/[\w-]+\.ts$/, code: /\bloadWords\(/ },
      handler: (code) => ({
        code: code.replaceAll(/\bloadWords\((["'])(\w+)\1/g, (_, quote: string, domain: string) => {
          named.add(domain)
          return `loadWords(${quote}${nameOf(domain)}${quote}`
        }),
        map: null,
      }),
    },
    generateBundle() {
      const others = [...tags.keys()].filter((domain) => !named.has(domain))
      if (others.length > 0)
        this.error(`No widget asks for the words of ${others.join()} in a way that is understood`)
    },
    load: {
      filter: { id: [catalogue, loader] },
      handler: (id) =>
        loader.test(id)
          ? `export const loadWords = (domain, lang) => import(/* @vite-ignore */ \`./\${domain}-\${lang}.js\`)`
          : inOnePiece(id),
    },
  }
}

/** The same for bundlers of others, of which some want to see every file named. */
export const cataloguesByImport = (): Plugin => ({
  name: 'amtsweg:catalogues',
  load: {
    filter: { id: [catalogue, loader] },
    handler(id) {
      if (!loader.test(id)) return inOnePiece(id)
      const files = loaded().map(
        ({ domain, lang, id }) => `'${domain}-${lang}': () => import(${JSON.stringify(id)})`,
      )
      return `const words = {${files.join()}}
export const loadWords = (domain, lang) => words[\`\${domain}-\${lang}\`]()`
    },
  },
})
