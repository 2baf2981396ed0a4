import { join } from 'node:path'
import { defineConfig, type InlineConfig } from 'vite'
import { decorators } from '../vite.config.ts'
import { licences, ownTrustedTypesPolicy } from './widgets-build.ts'

const root = join(import.meta.dirname, '..')

/**
 * The clerks' application, a build of its own beside the widgets: it must not change how these are cut into files. Its Lit has a
 * Trusted Types policy of its own as well, so that a preview may load a widget beside it.
 */
export const deskBuild = (): InlineConfig => ({
  ...decorators,
  configFile: false,
  root: join(root, 'packages/desk'),
  base: '/desk/',
  plugins: [ownTrustedTypesPolicy('desk-html'), licences()],
  build: {
    outDir: join(root, 'dist/desk'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
  },
})

export default defineConfig(deskBuild())
