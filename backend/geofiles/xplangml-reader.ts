import { GeofileError } from './finding.ts'
import type { DeclaredSystem, Geofile, PropertyValue, ReadFeature } from './geofile.ts'
import { unreadable } from './geometry-shape.ts'
import { readGmlArea } from './gml.ts'
import { child, childrenNamed, textIn, type XmlElement, xmlElements } from './xml-records.ts'

/**
 * XPlanGML (versions 3 to 6): each plan is one object with its outline, its names, days and documents. What the plan says within
 * is not read, and not judged.
 */
export async function openXplangml(path: string): Promise<Omit<Geofile, 'close'>> {
  let declared: DeclaredSystem | undefined
  let count = 0
  for await (const element of parts(path))
    if (isPlan(element.name)) {
      count += 1
      declared ??= shapeOf(element, undefined).declared
    } else declared ??= envelopeSystem(element)
  if (count === 0) throw new GeofileError('plan-missing')
  return {
    format: 'xplangml',
    layers: [{ name: '', count }],
    layer: '',
    declared,
    encoding: 'utf-8',
    fields: [],
    faults: [],
    features: () => features(path, declared),
  }
}

const isPlan = (name: string) => /^(BP|FP|LP|RP|SO)_Plan$/.test(name)
const parts = (path: string) =>
  xmlElements(path, ({ name, depth }) => isPlan(name) || (depth === 1 && name === 'boundedBy'))

const envelopeSystem = ({ children }: XmlElement): DeclaredSystem | undefined => {
  const said = children.find(({ attributes }) => attributes['srsName'])?.attributes['srsName']
  return said ? systemNamed(said) : undefined
}
const systemNamed = (said: string) => readGmlArea(emptyArea, said).declared
const emptyArea: XmlElement = {
  name: 'MultiSurface',
  namespace: '',
  attributes: {},
  line: 0,
  text: '',
  children: [],
}

async function* features(
  path: string,
  declared: DeclaredSystem | undefined,
): AsyncGenerator<ReadFeature, void> {
  let position = 0
  for await (const element of parts(path))
    if (isPlan(element.name)) yield toFeature(element, declared, ++position)
}

function toFeature(plan: XmlElement, all: DeclaredSystem | undefined, position: number): ReadFeature {
  const own = shapeOf(plan, all?.said)
  const other = own.declared && own.declared.system?.code !== all?.system?.code
  const { geometry, faults } = other ? unreadable : own
  const id = Object.entries(plan.attributes).find(([name]) => name.endsWith('}id') || name === 'id')?.[1]
  return {
    ...(id ? { id } : {}),
    geometry,
    properties: propertiesOf(plan),
    position,
    ...(faults.length > 0 ? { faults } : {}),
  }
}

function shapeOf(plan: XmlElement, said: string | undefined): ReturnType<typeof readGmlArea> {
  const area = child(plan, 'raeumlicherGeltungsbereich')?.children[0]
  return area ? readGmlArea(area, said) : { geometry: null, faults: [] }
}

/** Of all kinds of plans; names are those of XPlanung. */
const texts = [
  'name',
  'nummer',
  'internalId',
  'beschreibung',
  'kommentar',
  'rechtsstand',
  'planArt',
  'verfahren',
] as const
const days = [
  'technHerstellDatum',
  'genehmigungsDatum',
  'untergangsDatum',
  'aufstellungsbeschlussDatum',
  'aenderungenBisDatum',
  'satzungsbeschlussDatum',
  'rechtsverordnungsDatum',
  'inkrafttretensDatum',
  'planbeschlussDatum',
  'wirksamkeitsDatum',
] as const

function propertiesOf(plan: XmlElement): Record<string, PropertyValue> {
  const communes = childrenNamed(plan, 'gemeinde').flatMap(({ children }) => children)
  const references = childrenNamed(plan, 'externeReferenz').flatMap(({ children }) => children)
  const list = (elements: readonly XmlElement[], name: string) =>
    elements.flatMap((element) => textIn(element, name) ?? []).join(' ') || undefined
  const link = references
    .map((one) => textIn(one, 'referenzURL'))
    .find((address) => /^https?:/i.test(address ?? ''))
  const entries: (readonly [string, string | undefined])[] = [
    ['plan', plan.name],
    ...texts.map((name) => [name, textIn(plan, name)] as const),
    ...days.map((name) => [name, textIn(plan, name)] as const),
    ['gemeinde', list(communes, 'gemeindeName')],
    ['ags', list(communes, 'ags')],
    ['dokument', link],
    ['dokumente', documents(references)],
  ]
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Record<
    string,
    PropertyValue
  >
}

/** All documents, as JSON text: name, kind and address, which may be a file name only. */
function documents(references: readonly XmlElement[]): string | undefined {
  const list = references.map((one) => ({
    name: textIn(one, 'referenzName'),
    typ: textIn(one, 'typ'),
    url: textIn(one, 'referenzURL'),
  }))
  return list.length > 0 ? JSON.stringify(list) : undefined
}
