import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { elementsManifest } from '../../.toolchain/manifest.ts'
import { decorators } from '../../vite.config.ts'

const messages = join(import.meta.dirname, '../../packages/messages/wayfinding')

/** Those a widget has words in; German, the original, first. */
const languages = () =>
  readdirSync(messages)
    .map((file) => file.replace(/\.ts$/, ''))
    .sort((one, other) => Number(other === 'de') - Number(one === 'de') || one.localeCompare(other))

/** What is known when Storybook is built: the docblocks for controls and documentation pages, and the languages there are. */
const modules: Readonly<Record<string, () => string>> = {
  'virtual:elements-manifest': () => `export const manifest = ${JSON.stringify(elementsManifest())}`,
  'virtual:languages': () => `export const languages = ${JSON.stringify(languages())}`,
}

const known = (): Plugin => ({
  name: 'amtsweg:known',
  resolveId: (id) => (id in modules ? `\0${id}` : undefined),
  load: (id) => modules[id.slice(1)]?.(),
})

// Storybook would else take the root's, which builds the widgets as a library.
export default defineConfig({ ...decorators, plugins: [known()] })
