import { defineConfig, type UserConfig } from 'vite'
import { widgetsBuild } from './.toolchain/widgets-build.ts'

/**
 * Vite 8 does not lower standard decorators, so Lit's are the legacy ones. Stated here and not left to tsconfig.json,
 * because Vite applies that file only to what it includes.
 */
export const decorators = {
  oxc: {
    decorator: { legacy: true },
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
} satisfies UserConfig

export default defineConfig({ ...decorators, ...widgetsBuild() })
