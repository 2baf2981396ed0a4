import { type Shipment, startLoader } from './loader.ts'

/** Filled in by the build. */
declare const AMT_WIDGETS: Shipment['widgets']
declare const AMT_LANGUAGES: Shipment['languages']
declare const AMT_ROOM: string
declare const AMT_RELEASE: string

startLoader({
  widgets: AMT_WIDGETS,
  languages: AMT_LANGUAGES,
  room: AMT_ROOM,
  release: AMT_RELEASE,
  from: import.meta.url,
  load: (address) => import(/* @vite-ignore */ address),
})
