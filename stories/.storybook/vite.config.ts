import { defineConfig, type Plugin } from 'vite'
import { elementsManifest } from '../../.toolchain/manifest.ts'
import { decorators } from '../../vite.config.ts'

const name = 'virtual:elements-manifest'

/** What the docblocks say, for controls and documentation pages. */
const manifest = (): Plugin => ({
  name: 'amtsweg:elements-manifest',
  resolveId: (id) => (id === name ? `\0${name}` : undefined),
  load: (id) =>
    id === `\0${name}` ? `export const manifest = ${JSON.stringify(elementsManifest())}` : undefined,
})

// Storybook would else take the root's, which builds the widgets as a library.
export default defineConfig({ ...decorators, plugins: [manifest()] })
