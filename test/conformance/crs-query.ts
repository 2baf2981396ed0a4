import { type Box, boxOf, extentOf, positionsOf, quarterAround, touches } from './boxes.ts'
import { claimed, defaultOf, systemsOf } from './crs-discovery.ts'
import {
  askFeature,
  askFeatures,
  type Feature,
  featuresOf,
  idsOf,
  type Parameters,
  walk,
} from './features.ts'
import { members } from './json.ts'
import { about, type Findings, Inapplicable, type Method, methodsOf, unless } from './method.ts'
import { agrees, convertBox, type Converter, converterOf } from './reference-systems.ts'
import { type Answer, bodyOf, type Collection, collectionsOf, type Service } from './service.ts'

/** A collection with what Part 2 tells of it. */
interface Spatial {
  readonly service: Service
  readonly collection: Collection
  readonly systems: readonly string[]
  /** URI of the system that answers are in if none is asked for. */
  readonly usual: string
}

/** Looks at each collection that has a default system. */
const each =
  (look: (spatial: Spatial) => Promise<Findings>): Method['run'] =>
  async (service) => {
    const findings: Findings[] = []
    for (const collection of await collectionsOf(service)) {
      const systems = await systemsOf(service, collection.described)
      const usual = defaultOf(systems)
      if (usual) findings.push(about(collection.id, await look({ service, collection, systems, usual })))
    }
    if (findings.length === 0) throw new Inapplicable('no collection has a default system')
    return findings.flat()
  }

/** The same for each system that the checker can convert. */
const eachKnown = (look: (spatial: Spatial, uri: string, converter: Converter) => Promise<Findings>) =>
  each(async (spatial) => {
    const findings: Findings[] = []
    for (const uri of spatial.systems) {
      const converter = converterOf(uri)
      if (converter) findings.push(about(uri, await look(spatial, uri, converter)))
    }
    return findings.flat()
  })

const wrongHeader = ({ status, headers, url }: Answer, uri: string): Findings => [
  ...unless(status === 200, `${url} is ${status}`),
  ...unless(
    headers.get('content-crs') === `<${uri}>`,
    `${url} has Content-Crs: ${headers.get('content-crs') ?? '(none)'}`,
  ),
]

/** None of the server's: well-formed, of no authority, and no URI at all. */
const invalid = [
  'http://www.opengis.net/def/crs/EPSG/0/0',
  'http://www.opengis.net/def/crs/0/0/unknown',
  'foo',
]

async function refused(ask: (uri: string) => Promise<Answer>): Promise<Findings> {
  const findings: Findings[] = []
  for (const uri of invalid) {
    const { status, url } = await ask(uri)
    findings.push(unless(status === 400, `${url} is ${status}`))
  }
  return findings.flat()
}

/** Asks for a page of a collection, or for its first feature. */
type Ask = (spatial: Spatial, parameters: Parameters) => Promise<Answer | undefined>

const askPage: Ask = ({ service, collection }, parameters) => askFeatures(service, collection, parameters)
const askOne: Ask = async ({ service, collection }, parameters) => {
  const [first] = featuresOf(await askFeatures(service, collection))
  return first && askFeature(service, collection, first['id'], parameters)
}

/** The features of either. */
const featuresIn = (answer: Answer): readonly Feature[] => {
  const body = members(bodyOf(answer))
  return body['type'] === 'Feature' ? [body] : featuresOf(answer)
}

/** What differs between the answer in a system and the one in the default system. */
function differing(other: readonly Feature[], usual: readonly Feature[], converter: Converter): Findings {
  const originals = new Map(usual.map((one) => [String(one['id']), one]))
  return [
    ...unless(other.length === usual.length, `${other.length} features instead of ${usual.length}`),
    ...other.flatMap(({ id, geometry }) =>
      unless(
        agrees(geometry, originals.get(String(id))?.['geometry'], converter),
        `feature ${String(id)} lies elsewhere`,
      ),
    ),
  ]
}

/** What holds for the parameter crs wherever it is given; compared with the answer to `crs` naming the default, or to none. */
const crsMethods = (ask: Ask) => {
  const transformed = (usual: (spatial: Spatial) => Parameters) =>
    eachKnown(async (spatial, uri, converter) => {
      const [other, original] = [await ask(spatial, { crs: uri }), await ask(spatial, usual(spatial))]
      return other && original ? differing(featuresIn(other), featuresIn(original), converter) : []
    })
  return {
    parameter: each(async (spatial) => {
      const findings: Findings[] = []
      for (const uri of spatial.systems) {
        const answer = await ask(spatial, { crs: uri })
        if (answer) findings.push(wrongHeader(answer, uri))
      }
      return findings.flat()
    }),
    byDefault: each(async (spatial) => {
      const answer = await ask(spatial, {})
      return answer ? wrongHeader(answer, spatial.usual) : []
    }),
    invalid: each((spatial) =>
      refused(async (crs) => {
        const answer = await ask(spatial, { crs })
        if (!answer) throw new Inapplicable('a collection has no feature')
        return answer
      }),
    ),
    transformWith: transformed(({ usual }) => ({ crs: usual })),
    transformWithout: transformed(() => ({})),
  }
}

/** A part of the collection's area around one of its features. */
async function partOf({ service, collection }: Spatial): Promise<Box | undefined> {
  const [first] = featuresOf(await askFeatures(service, collection)).flatMap(({ geometry }) =>
    positionsOf(geometry),
  )
  const extent = extentOf(collection)
  return first && extent && quarterAround(first, extent)
}

/** Both find the same, but for what lies between the box and the larger one that its curved edges need in the other system. */
async function unequal({ service, collection }: Spatial, box: Box, uri: string, converter: Converter) {
  const inOther = convertBox(box, converter.fromDefault)
  const larger = convertBox(inOther, converter.toDefault)
  const usual = await walk(service, collection, { bbox: box.join() })
  const other = await walk(service, collection, { bbox: inOther.join(), 'bbox-crs': uri })
  const [ours, theirs] = [idsOf(usual.features), idsOf(other.features)]
  const foreign = other.features.filter(({ geometry }) => {
    const around = boxOf(geometry)
    return around && !touches(around, larger, 1e-6)
  })
  return [
    ...unless(ours.size > 0, `bbox=${box.join()} finds nothing`),
    ...[...ours].filter((id) => !theirs.has(id)).map((id) => `feature ${id} is found by bbox only`),
    ...foreign.map(({ id }) => `feature ${String(id)} is found by bbox-crs only`),
  ]
}

const page = crsMethods(askPage)
const one = crsMethods(askOne)

/** Part 2: the parameters crs and bbox-crs. */
export const crsQueryMethods: readonly Method[] = [
  ...methodsOf(
    'crs/query/bboxcrs/BBoxCrsParameter',
    claimed({
      verifyBboxCrsParameter: eachKnown(async (spatial, uri, converter) => {
        const box = await partOf(spatial)
        return box ? unequal(spatial, box, uri, converter) : []
      }),

      verifyBboxCrsParameterWithDefaultCrs: each(async (spatial) => {
        const [box, converter] = [await partOf(spatial), converterOf(spatial.usual)]
        return box && converter ? unequal(spatial, box, spatial.usual, converter) : []
      }),
    }),
  ),
  ...methodsOf(
    'crs/query/bboxcrs/BBoxCrsParameterDefault',
    claimed({
      verifyBboxCrsParameterDefault: each(async (spatial) => {
        const { service, collection, usual } = spatial
        const box = await partOf(spatial)
        if (!box) return []
        const asked = await askFeatures(service, collection, { bbox: box.join(), 'bbox-crs': usual })
        const without = await askFeatures(service, collection, { bbox: box.join() })
        const [theirs, ours] = [asked, without].map((answer) => [...idsOf(featuresOf(answer))].join())
        return [
          ...wrongHeader(without, usual),
          ...unless(theirs === ours, `bbox-crs=${usual} finds other features than none`),
        ]
      }),
    }),
  ),
  ...methodsOf(
    'crs/query/bboxcrs/BBoxCrsParameterInvalid',
    claimed({
      verifyBboxCrsParameterInvalid: each(({ service, collection }) =>
        refused((uri) => askFeatures(service, collection, { bbox: '5,40,6,41', 'bbox-crs': uri })),
      ),
    }),
  ),
  ...methodsOf(
    'crs/query/crs/feature/FeatureCrsParameter',
    claimed({ verifyFeatureCrsParameter: one.parameter }),
  ),
  ...methodsOf(
    'crs/query/crs/feature/FeatureCrsParameterDefault',
    claimed({ verifyFeatureCrsParameterDefault: one.byDefault }),
  ),
  ...methodsOf(
    'crs/query/crs/feature/FeatureCrsParameterInvalid',
    claimed({ verifyFeatureCrsParameterInvalid: one.invalid }),
  ),
  ...methodsOf(
    'crs/query/crs/feature/FeatureCrsParameterTransform',
    claimed({
      verifyFeatureCrsParameterTransformWithCrsParameter: one.transformWith,
      verifyFeatureCrsParameterTransformWithoutCrsParameter: one.transformWithout,
    }),
  ),
  ...methodsOf(
    'crs/query/crs/features/FeaturesCrsParameter',
    claimed({ verifyFeaturesCrsParameter: page.parameter }),
  ),
  ...methodsOf(
    'crs/query/crs/features/FeaturesCrsParameterDefault',
    claimed({ verifyFeaturesCrsParameterDefault: page.byDefault }),
  ),
  ...methodsOf(
    'crs/query/crs/features/FeaturesCrsParameterInvalid',
    claimed({ verifyFeaturesCrsParameterInvalid: page.invalid }),
  ),
  ...methodsOf(
    'crs/query/crs/features/FeaturesCrsParameterTransform',
    claimed({
      verifyFeaturesCrsParameterTransformWithCrsParameter: page.transformWith,
      verifyFeaturesCrsParameterTransformWithoutCrsParameter: page.transformWithout,
    }),
  ),
]
