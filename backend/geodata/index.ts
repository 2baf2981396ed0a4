export type { Collection } from './collection.ts'
export type { OgcPage, ShowPage } from './ogc-page.ts'
