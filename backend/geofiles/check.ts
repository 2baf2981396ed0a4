import { setImmediate } from 'node:timers/promises'
import {
  type Box,
  boxOf,
  eachPosition,
  emptyBox,
  type Geometry,
  isEmptyBox,
  mapPositions,
  type Position,
  unionOf,
} from '../geometry/geometry.ts'
import { crs84, type ReferenceSystem, servedSystems, systemOfCode } from '../geometry/reference-system.ts'
import { transformer, transformGeometry } from '../geometry/transform.ts'
import { createDuplicateCheck } from './check-duplicates.ts'
import { createFieldCheck, type FieldReport } from './check-fields.ts'
import { mend } from './check-geometry.ts'
import { germany, isWithin, judgePlace, kilometresFrom, type Suggestion } from './check-place.ts'
import { createTally } from './check-tally.ts'
import { textFault } from './check-text.ts'
import { createValidityCheck } from './check-validity.ts'
import { type Finding, GeofileError } from './finding.ts'
import type { Geofile, PropertyValue, ReadFeature } from './geofile.ts'

export interface CheckOptions {
  /** What a person chose, instead of what the file says. */
  readonly system?: ReferenceSystem
  /** A person knows that x and y stand the other way round. */
  readonly swapAxes?: boolean
  /** Where the authority is, in longitude and latitude. */
  readonly town?: Box
  /** What geometries are handed on in; without it the file's own, or UTM where that is none we give out. */
  readonly storage?: ReferenceSystem
}

/** An object that may be stored. */
export interface CheckedFeature {
  readonly id?: string | number
  /** In the system of storage, mended; null where there is none. */
  readonly geometry: Geometry | null
  /** The same in longitude and latitude, to about 0.1 mm. */
  readonly geometry84: Geometry | null
  readonly properties: Readonly<Record<string, PropertyValue>>
  readonly position: number
}

export interface CheckReport {
  /** Nothing of what was found is an error. */
  readonly publishable: boolean
  readonly count: number
  readonly withGeometry: number
  /** Positions in all geometries. */
  readonly points: number
  /** How many objects by the type of their geometry. */
  readonly types: Readonly<Record<string, number>>
  /** In longitude and latitude. */
  readonly extent: Box | undefined
  /** What coordinates were read in; left out where nobody knows, and then no object was handed on. */
  readonly system: ReferenceSystem | undefined
  readonly storage: ReferenceSystem
  /** Systems in which they would lie where they are expected, where they do not. */
  readonly suggestions: readonly Suggestion[]
  readonly fields: readonly FieldReport[]
  readonly findings: readonly Finding[]
}

const sampleSize = 1000
/** Objects after which others get their turn. */
const breath = 200
/** Kilometres from the town beyond which an object is probably a slip; (0, 0) most of all. */
const far = 100

/**
 * Goes through a file once, hands on each object as it may be stored, and reports. What was handed on must be dropped where the
 * report says that it is not publishable.
 */
export async function checkGeofile(
  file: Geofile,
  options: CheckOptions = {},
  take: (feature: CheckedFeature) => unknown = () => undefined,
): Promise<CheckReport> {
  const system = options.system ?? file.declared?.system
  const storage = options.storage ?? storageFor(system)
  const tally = createTally()
  for (const fault of file.faults) tally.add(fault)
  if (!system && file.declared) tally.add({ code: 'system-unknown', detail: { said: file.declared.said } })

  const to84 = system && transformer(system, crs84)
  const toStorage = system && transformer(system, storage)
  const duplicates = createDuplicateCheck()
  const validityFaults = createValidityCheck()
  const fields = createFieldCheck()
  const types: Record<string, number> = {}
  const sample: Position[] = []
  let every = 1
  let count = 0
  let withGeometry = 0
  let points = 0
  let extent = emptyBox

  const check = async (feature: ReadFeature): Promise<void> => {
    const { position } = feature
    count += 1
    for (const fault of feature.faults ?? []) tally.add(fault, position)
    fields.see(feature.properties)
    const letters = textFault(feature.properties)
    if (letters) tally.add({ code: letters.code, detail: { example: letters.example } }, position)
    if (duplicates.isObjectAgain(feature)) tally.add({ code: 'object-duplicate' }, position)
    if (duplicates.isIdAgain(feature)) tally.add({ code: 'id-duplicate' }, position)

    const read =
      feature.geometry && options.swapAxes ? mapPositions(feature.geometry, swap) : feature.geometry
    const { geometry, faults } = read ? mend(read) : { geometry: null, faults: new Set<never>() }
    for (const code of faults) tally.add({ code }, position)
    if (!geometry && !faults.has('geometry-too-few-points') && !isUnreadable(feature))
      tally.add({ code: 'geometry-missing' }, position)
    if (geometry) {
      for (const code of validityFaults(geometry)) tally.add({ code }, position)
      withGeometry += 1
      types[geometry.type] = (types[geometry.type] ?? 0) + 1
      if (count % every === 0) addToSample(geometry)
      eachPosition(geometry, () => void (points += 1))
    }
    if (!to84 || !toStorage) return
    const geometry84 = geometry && to84 === identity ? geometry : geometry && in84(geometry)
    if (geometry84) place(geometry84, position)
    const { id } = feature
    await take({
      ...(id === undefined || id === '' ? {} : { id }),
      geometry: geometry && transformGeometry(geometry, toStorage),
      geometry84,
      properties: feature.properties,
      position,
    })
  }
  const identity = transformer(crs84, crs84)
  const in84 = (geometry: Geometry) =>
    mapPositions(geometry, (position) => rounded(to84?.(position) ?? position))
  const addToSample = (geometry: Geometry) => {
    sample.push(firstOf(geometry))
    if (sample.length < sampleSize) return
    // Every other one goes, and from now on only half as many come.
    sample.splice(0, sample.length, ...sample.filter((_, index) => index % 2 === 0))
    every *= 2
  }
  const place = (geometry84: Geometry, position: number) => {
    const box = boxOf(geometry84)
    const corners: readonly Position[] = [
      [box.minX, box.minY],
      [box.maxX, box.maxY],
    ]
    if (system && corners.some((corner) => !isWithin(system, corner)))
      return tally.add({ code: 'coordinates-outside' }, position)
    extent = unionOf(extent, box)
    const middle = [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2]
    if (kilometresFrom(middle, options.town ?? germany) > far) tally.add({ code: 'objects-far' }, position)
  }

  try {
    for await (const feature of file.features()) {
      await check(feature)
      // Some readers never wait, and a server has others to answer.
      if (count % breath === 0) await setImmediate()
    }
  } catch (cause) {
    if (!(cause instanceof GeofileError)) throw cause
    tally.add(cause.fault)
  }

  const known = isEmptyBox(extent) ? undefined : extent
  const { fault, suggestions } = judgePlace({ declared: system, sample, town: options.town, extent: known })
  // An unknown name was told already; that it is missing as well would be one sentence too many.
  if (fault && !(fault.code === 'system-missing' && file.declared)) tally.add(fault)
  // What is wrong with all of them is not told again for each.
  if (fault) tally.drop('objects-far')
  if (suggestions.length > 0) tally.drop('coordinates-outside')
  if (count === 0 && !tally.findings().some(({ severity }) => severity === 'error'))
    tally.add({ code: 'objects-none' })
  const families = new Set(Object.keys(types).map((type) => type.replace('Multi', '')))
  if (families.size > 1) tally.add({ code: 'types-mixed', detail: { types: Object.keys(types).join(', ') } })
  const fieldReports = fields.report(count, tally)
  const findings = tally.findings()
  return {
    publishable: findings.every(({ severity }) => severity !== 'error'),
    ...{ count, withGeometry, points, types, extent: known, system, storage, suggestions },
    fields: fieldReports,
    findings,
  }
}

const swap = ([x = NaN, y = NaN, ...rest]: Position): Position => [y, x, ...rest]
const rounded = ([x = NaN, y = NaN, ...rest]: Position): Position => [round(x), round(y), ...rest]
const round = (degrees: number) => Math.round(degrees * 1e9) / 1e9

const isUnreadable = ({ faults = [] }: ReadFeature) =>
  faults.some(({ code }) => code === 'geometry-unreadable' || code === 'geometry-curve')

function firstOf(geometry: Geometry): Position {
  let first: Position | undefined
  eachPosition(geometry, (position) => void (first ??= position))
  return first ?? []
}

/** Served systems stay; of old ones it is the UTM zone that their area lies in. */
function storageFor(system: ReferenceSystem | undefined): ReferenceSystem {
  if (!system || servedSystems.some(({ code }) => code === system.code)) return system ?? crs84
  const middle = (system.area.minX + system.area.maxX) / 2
  return systemOfCode(middle < 12 ? '25832' : '25833') ?? crs84
}
