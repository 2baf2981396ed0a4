export type { DirectoryMessages } from './directory/de.ts'
export type { PlacesMessages } from './places/de.ts'
export type { ResponsibilityMessages } from './responsibility/de.ts'
export type { StateMessages } from './states/de.ts'
