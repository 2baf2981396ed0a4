import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from '@amtsweg/contract'
import { directoryDerivations, directoryProfiles } from './directory/index.ts'
import {
  type Derivation,
  ImportError,
  type ImportProfile,
  type ImportStep,
  sourceLinks,
} from './import/index.ts'
import { placesDerivations, placesProfiles } from './places/index.ts'
import { responsibilityDerivations, responsibilityProfiles } from './responsibility/index.ts'
import { servicesDerivations, servicesProfiles } from './services/index.ts'
import { wayfindingDerivations, wayfindingProfiles } from './wayfinding/index.ts'

/** Every file format we read. */
export const profiles: readonly ImportProfile[] = [
  ...placesProfiles,
  ...directoryProfiles,
  ...servicesProfiles,
  ...responsibilityProfiles,
  ...wayfindingProfiles,
]

/** What is computed anew after imports, in this order. */
export const derivations: readonly Derivation[] = [
  ...placesDerivations,
  ...servicesDerivations,
  ...responsibilityDerivations,
  ...wayfindingDerivations,
  ...directoryDerivations,
  sourceLinks,
]

type Layout = readonly (readonly [pattern: string, profile: string, source?: Partial<Source>])[]

/** What of our own data is fact and stands beside the registers too. */
const standingLayout: Layout = [
  ['state-bodies.json', 'units'],
  ['life-situations.json', 'life-situations'],
  ['ozg-life-situations.csv', 'life-situation-mappings'],
  ['services-*.json', 'services'],
  ['keyword-references.json', 'keyword-references'],
  ['checklists.json', 'checklists'],
  ['executing-tiers.csv', 'executing-tiers'],
  [
    'state-responsibilities.csv',
    'responsibilities',
    { id: 'amtsweg-state-responsibilities', name: 'Zuständigkeiten von Land und Bund' },
  ],
]

/** Files of our own formats (demo-site/data), in the order they build on each other. */
const ownLayout: Layout = [
  ['areas.csv', 'areas'],
  ['successors.csv', 'area-successors'],
  ['outlines.geojson', 'boundaries-geojson'],
  ['postcodes.csv', 'postcode-areas'],
  ['places.csv', 'place-names'],
  ['units-*.json', 'units'],
  ['people.json', 'people'],
  ...standingLayout,
  ['supplements.json', 'supplements'],
  ['life-situation-settings.json', 'life-situation-settings'],
  [
    'checklists-local.json',
    'checklists',
    { id: 'amtsweg-demo-checklists', name: 'Beispiele örtlicher Checklisten (erfunden)', invented: true },
  ],
  ['responsibilities.csv', 'responsibilities'],
]

/** Public registers; docs/guides/data.md says where each file comes from. */
const registerLayout: Layout = [
  ['municipalities/GV100AD_*.txt*', 'gv100ad'],
  ['municipalities/gemeinden-koordinaten-de-*.csv*', 'municipality-coordinates'],
  ['boundaries/vg250-*-gemeinden.geojson*', 'boundaries-geojson'],
  ['boundaries/vg5000-*.topojson*', 'boundaries-topojson'],
  ['municipalities/mv-gebietsaenderungen-*.csv*', 'area-changes'],
  ['postcodes/plz-ags-de-*.csv*', 'postcode-areas'],
  ['postcodes/geonames-plz-orte-de-*.csv*', 'place-names'],
  ['postcodes/mv-orte-*.csv*', 'place-names'],
  ['municipalities/mv-verwaltungen-*.csv*', 'mv-bodies'],
  ['municipalities/verwaltungsanschriften-*.csv*', 'authority-addresses'],
  ['services/ozg-leika-katalog-*.csv*', 'ozg-catalogue'],
  ['services/muenchen-locations_*.json*', 'munich-units'],
  ['services/muenchen-services_*.json*', 'munich-services'],
  ['services/muenchen-services_*.json*', 'munich-responsibilities'],
  ['services/berlin-standorte-*.ndjson*', 'berlin-units'],
  ['services/berlin-dienstleistungen-*.ndjson*', 'berlin-services'],
  ['services/berlin-dienstleistungen-*.ndjson*', 'berlin-responsibilities'],
]

/** Demo sources that describe invented offices or stand in for a register; they make way for the real ones. */
const standIns = [
  'amtsweg-areas',
  'amtsweg-places',
  'amtsweg-outlines',
  'amtsweg-demo',
  'amtsweg-demo-checklists',
  'amtsweg-demo-people',
  'amtsweg-demo-settings',
]

/** Our own data lie beside the demo towns. */
const ownData = join(import.meta.dirname, '..', 'demo-site', 'data')

/** What importing a folder comes to. */
export interface FolderPlan {
  readonly steps: readonly ImportStep[]
  /** Sources whose records are removed first. */
  readonly retire: readonly string[]
  /** Patterns that no file fits. */
  readonly missing: readonly string[]
}

/** Finds the files of a folder and the profile for each. Throws ImportError when there is nothing to import. */
export function planFolder(folder: string): FolderPlan {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new ImportError(`There is no folder ${folder}.`)
  const own = findFiles(folder, ownLayout)
  const registers = findFiles(folder, registerLayout)
  const layout = own.steps.length > 0 ? own : registers
  if (layout.steps.length === 0)
    throw new ImportError(`${folder} holds none of the files that docs/guides/data.md describes.`)
  if (layout === own) return { ...own, retire: [] }
  const standing = findFiles(ownData, standingLayout)
  return { ...registers, steps: [...registers.steps, ...standing.steps], retire: standIns }
}

function findFiles(folder: string, layout: Layout): Omit<FolderPlan, 'retire'> {
  const found = layout.map(([pattern, name, source]) => ({
    pattern,
    steps: globSync(pattern, { cwd: folder })
      .toSorted()
      .map((path) => ({
        profile: profileNamed(name),
        path: join(folder, path),
        ...(source ? { source } : {}),
      })),
  }))
  return {
    steps: found.flatMap(({ steps }) => steps),
    missing: found.filter(({ steps }) => steps.length === 0).map(({ pattern }) => pattern),
  }
}

/** A profile by its name. Throws ImportError where a newer or older program knew it. */
export function profileNamed(name: string): ImportProfile {
  const profile = profiles.find((one) => one.name === name)
  if (!profile) throw new ImportError(`There is no profile "${name}".`)
  return profile
}
