import { defineConfig } from 'vite'
import { decorators } from '../../vite.config.ts'

// Storybook would else take the root's, which builds the widgets as a library.
export default defineConfig(decorators)
