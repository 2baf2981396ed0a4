import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import type { Pinned } from '../demo-site/configure/snippet.ts'
import { decorators } from '../vite.config.ts'
import { configureDataModule } from './configure-data.ts'
import { leanDecorators, ownTrustedTypesPolicy } from './widgets-build.ts'

const root = join(import.meta.dirname, '..')
const id = 'virtual:pinned-release'

/** What a pinned snippet names: the release that the build before this one has written. */
const pinnedRelease = (): Plugin => ({
  name: 'amtsweg:pinned-release',
  resolveId: (asked) => (asked === id ? `\0${id}` : undefined),
  load: (asked) => (asked === `\0${id}` ? `export const pinned = ${JSON.stringify(pinned())}` : undefined),
})

function pinned(): Pinned | undefined {
  const [list] = globSync('dist/*/integrity.json', { cwd: root })
  if (!list) return undefined
  const { release, files, widgets } = JSON.parse(readFileSync(join(root, list), 'utf8')) as Pinned
  return { release, files, widgets }
}

// The configurator, a page of its own beside the widgets: it must not change how these are cut into files.
export default defineConfig({
  ...decorators,
  root: join(root, 'demo-site/configure'),
  base: './',
  plugins: [leanDecorators(), ownTrustedTypesPolicy(), configureDataModule(), pinnedRelease()],
  build: {
    outDir: join(root, 'dist/configure'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index', 'preview'].map((name) => join(root, `demo-site/configure/${name}.html`)),
    },
  },
})
