import { startLoader, type Widgets } from './loader.ts'

/** Filled in by the build, which knows the hashed names. */
declare const AMT_WIDGETS: Widgets

startLoader(AMT_WIDGETS, (file) => import(/* @vite-ignore */ `./assets/${file}.js`))
