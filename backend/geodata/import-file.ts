import type { GeoFileOptions, GeoReport } from '@amtsweg/contract'
import {
  type CheckedFeature,
  checkGeofile,
  type CheckReport,
  type Finding,
  type Geofile,
  isFinding,
  openGeofile,
} from '../geofiles/index.ts'
import type { Box } from '../geometry/geometry.ts'
import { systemOfCode } from '../geometry/reference-system.ts'
import type { Field } from './collection.ts'
import { createVersionWriter, type InTransaction, numberOfVersion } from './repository-versions.ts'
import { readInstant, type TimeSpan } from './time-span.ts'

interface Parts {
  readonly inTransaction: InTransaction
  /** RFC 3339 UTC. */
  readonly now: string
  /** Who has sent it, as the trail names them. */
  readonly createdBy: string
  /** Where the authority is (WGS 84). */
  readonly town?: Box | undefined
  /** Where there is room for copies. */
  readonly folder: string
  readonly signal: AbortSignal
  readonly onRead?: (features: number) => void
}

/**
 * Checks a file and, as it goes, writes a version aside. Where the file cannot be published nothing is left of it but the report.
 * `source` is the name people know the file by.
 */
export async function importGeofile(
  parts: Parts,
  path: string,
  source: string,
  options: GeoFileOptions,
): Promise<GeoReport> {
  const { folder } = parts
  const opened = await openGeofile(path, { folder, ...(options.layer ? { layer: options.layer } : {}) })
  if (isFinding(opened)) return unreadable(opened)
  try {
    return await checkAndWrite(parts, opened, source, options)
  } finally {
    opened.close()
  }
}

async function checkAndWrite(
  { inTransaction, now, createdBy, town, signal, onRead }: Parts,
  file: Geofile,
  source: string,
  options: GeoFileOptions,
): Promise<GeoReport> {
  const chosen = options.system === undefined ? undefined : systemOfCode(options.system)
  const checking = {
    ...(chosen ? { system: chosen } : {}),
    ...(options.swapAxes ? { swapAxes: true } : {}),
    ...(town ? { town } : {}),
  }
  const writer = await createVersionWriter(inTransaction, {
    ...{ collectionId: options.collection, source, createdBy, createdAt: now },
  })
  try {
    const ids = createIds()
    let read = 0
    const report = await checkGeofile(file, checking, async (feature) => {
      signal.throwIfAborted()
      read += 1
      if (read % 500 === 0) onRead?.(read)
      await writer.add({
        id: ids(feature, options.idProperty),
        geometry: feature.geometry,
        geometry84: feature.geometry84,
        properties: feature.properties,
        time: timeOf(feature, options),
      })
    })
    const told = toReport(file, report)
    if (!report.publishable) {
      await writer.discard()
      return told
    }
    const version = await writer.end({
      storage: report.storage,
      fields: fieldsOf(report),
      report: JSON.stringify(told),
    })
    return { ...told, version: await inTransaction((trx) => numberOfVersion(trx, version)) }
  } catch (error) {
    await writer.discard()
    throw error
  }
}

/** Ids by which features stay the same from one version to the next, as far as the file tells; what comes twice is numbered. */
function createIds() {
  const known = new Map<string, number>()
  return ({ id, properties, position }: CheckedFeature, property: string | undefined): string => {
    const said = property === undefined ? id : (properties[property] ?? id)
    const text = String(said ?? position).trim() || String(position)
    const before = known.get(text) ?? 0
    known.set(text, before + 1)
    return before === 0 ? text : `${text}.${before + 1}`
  }
}

function timeOf(
  { properties }: CheckedFeature,
  { beginsProperty, endsProperty }: GeoFileOptions,
): TimeSpan | undefined {
  const at = (property: string | undefined) =>
    property === undefined ? undefined : readInstant(String(properties[property] ?? ''))
  const [begins, ends] = [at(beginsProperty), at(endsProperty)]
  if (!begins && !ends) return undefined
  // Without a property for its end something lasts as long as the moment or day that it names.
  if (endsProperty === undefined) return begins
  return [begins?.[0] ?? -Infinity, ends?.[1] ?? Infinity]
}

const fieldsOf = ({ fields }: CheckReport): readonly Field[] =>
  fields.map(({ name, type }) => ({ name, type: type === 'text' ? 'string' : type }))

const toFinding = ({ code, severity, count, positions, words }: Finding) => ({
  ...{ code, severity, count, positions: [...positions], words },
})

function toReport(file: Geofile, report: CheckReport): GeoReport {
  const { extent } = report
  return {
    format: file.format,
    layers: file.layers.map(({ name }) => name),
    layer: file.layer,
    publishable: report.publishable,
    features: report.count,
    placeless: report.count - report.withGeometry,
    types: Object.entries(report.types).map(([type, count]) => ({ type, count })),
    box: extent ? [extent.minX, extent.minY, extent.maxX, extent.maxY] : null,
    system: report.system?.code ?? null,
    suggestions: report.suggestions.map(({ code }) => code),
    fields: fieldsOf(report).map(({ name, type }) => ({ name, type })),
    findings: report.findings.map(toFinding),
    version: null,
  }
}

const unreadable = (finding: Finding): GeoReport => ({
  ...{ format: null, layers: [], layer: null, publishable: false, features: 0, placeless: 0, types: [] },
  ...{ box: null, system: null, suggestions: [], fields: [], findings: [toFinding(finding)], version: null },
})
