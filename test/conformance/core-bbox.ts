import { wrongParameter } from './api-document.ts'
import { type Box, boxOf, extentOf, holds, positionsOf, quarterAround, touches } from './boxes.ts'
import { pageMethods, type Variants } from './feature-pages.ts'
import { eachCollection, type Feature, idsOf, type Parameters, walk } from './features.ts'
import { type Findings, type Method, methodsOf, unless } from './method.ts'
import type { Collection, Service } from './service.ts'

/** The zero meridian, the equator, both sides of the antimeridian and both poles. */
const probes: readonly Box[] = [
  [-1.5, 50, 1.5, 53],
  [-80, -5, -70, 5],
  [177, 65, -177, 70],
  [-180, 85, 180, 90],
  [-180, -90, 180, -85],
]

/** A part of the collection's own area, around something that lies in it. */
async function part(service: Service, collection: Collection): Promise<readonly Box[]> {
  const extent = extentOf(collection)
  const { features } = await walk(service, collection)
  const [place] = features.flatMap(({ geometry }) => positionsOf(geometry))
  return extent && place ? [quarterAround(place, extent)] : []
}

const boxes: Variants = async (service, collection) => {
  const own = extentOf(collection)
  const all = [...(own ? [own] : []), ...(await part(service, collection)), ...probes]
  return all.map((box): Parameters => ({ bbox: box.join() }))
}

const pages = pageMethods(boxes)

/** Features without geometry match any box; the others those that they touch. */
function wrongSelection(box: Box, everything: readonly Feature[], found: readonly Feature[]): Findings {
  const ids = idsOf(found)
  const missing = everything.filter((one) => mustMatch(box, one) && !ids.has(String(one['id'])))
  const foreign = found.filter((one) => !mayMatch(box, one))
  return [
    ...missing.map(({ id }) => `bbox=${box.join()} leaves out feature ${String(id)}`),
    ...foreign.map(({ id }) => `bbox=${box.join()} brings feature ${String(id)}`),
  ]
}

const mustMatch = (box: Box, { geometry }: Feature) =>
  geometry === null || positionsOf(geometry).some((one) => holds(box, one, -1e-7))

function mayMatch(box: Box, { geometry }: Feature): boolean {
  const around = boxOf(geometry)
  return around === undefined || touches(around, box, 1e-7)
}

/** Core: the parameter bbox. */
export const bboxMethods: readonly Method[] = methodsOf('core/collections/FeaturesBBox', {
  boundingBoxParameterDefinition: eachCollection((service, collection) =>
    wrongParameter(service, collection, 'bbox', ({ style, explode, schema }) => [
      ...unless(style === 'form' && explode === false, 'style is not form, explode not false'),
      ...unless(schema['type'] === 'array', `schema type is ${JSON.stringify(schema['type'])}`),
      ...unless(schema['minItems'] === 4 && schema['maxItems'] === 6, 'schema is not of 4 to 6 items'),
      ...unless(itemType(schema) === 'number', 'schema items are not numbers'),
    ]),
  ),
  validateFeaturesResponse_GeometryInCRS84: pages.geometryInCrs84,
  validateFeaturesResponse_NumberReturned: pages.numberReturned,
  validateFeaturesWithBoundingBoxOperation: pages.operation,

  validateFeaturesWithBoundingBoxResponse: eachCollection(async (service, collection) => {
    const { features, complete } = await walk(service, collection)
    const findings: Findings[] = []
    for (const box of [...(await part(service, collection)), ...probes]) {
      const found = await walk(service, collection, { bbox: box.join() })
      findings.push(wrongSelection(box, complete ? features : [], found.features))
    }
    return findings.flat()
  }),

  validateFeaturesWithBoundingBoxResponse_FeaturesProperty: pages.featuresProperty,
  validateFeaturesWithBoundingBoxResponse_Links: pages.links,
  validateFeaturesWithBoundingBoxResponse_NumberMatched: pages.numberMatched,
  validateFeaturesWithBoundingBoxResponse_TimeStamp: pages.timeStamp,
  validateFeaturesWithBoundingBoxResponse_TypeProperty: pages.typeProperty,
})

function itemType(schema: Feature): unknown {
  const { items } = schema
  return typeof items === 'object' && items !== null && 'type' in items ? items.type : undefined
}
