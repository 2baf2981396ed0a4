import { findParameter, wrongParameter } from './api-document.ts'
import { pageMethods, type Variants } from './feature-pages.ts'
import { askFeatures, eachCollection, featuresOf } from './features.ts'
import { members } from './json.ts'
import { type Method, methodsOf, unless } from './method.ts'
import type { Collection, Service } from './service.ts'

/** Least and most that the API document allows; the standard's examples where it names none. */
async function bounds(service: Service, collection: Collection) {
  const { minimum, maximum } = members((await findParameter(service, collection, 'limit'))?.schema)
  return {
    least: typeof minimum === 'number' ? minimum : 1,
    most: typeof maximum === 'number' ? maximum : undefined,
  }
}

/** More than the maximum is no error: the server gives as many as it will. */
async function limits(service: Service, collection: Collection): Promise<readonly number[]> {
  const { least, most } = await bounds(service, collection)
  return [...new Set([least, least + 1, least + 2, ...(most === undefined ? [] : [most, most + 1])])]
}

const asked: Variants = async (service, collection) =>
  (await limits(service, collection)).map((limit) => ({ limit }))

const pages = pageMethods(asked)

/** Core: the parameter limit. */
export const limitMethods: readonly Method[] = methodsOf('core/collections/FeaturesLimit', {
  limitParameterDefinition: eachCollection((service, collection) =>
    wrongParameter(service, collection, 'limit', ({ style, explode, schema }) => [
      ...unless(style === 'form' && explode === false, 'style is not form, explode not false'),
      ...unless(schema['type'] === 'integer', `schema type is ${JSON.stringify(schema['type'])}`),
      ...unless(Number(schema['minimum']) >= 1, 'schema has no minimum of at least 1'),
      ...unless(typeof schema['default'] === 'number', 'schema has no default'),
    ]),
  ),
  validateFeaturesResponse_NumberReturned: pages.numberReturned,
  validateFeaturesWithLimitOperation: pages.operation,

  validateFeaturesWithLimitResponse: eachCollection(async (service, collection) => {
    const { most = Infinity } = await bounds(service, collection)
    const findings: string[] = []
    for (const limit of await limits(service, collection)) {
      const answer = await askFeatures(service, collection, { limit })
      const count = featuresOf(answer).length
      findings.push(...unless(count <= Math.min(limit, most), `limit=${limit} gives ${count} features`))
    }
    return findings
  }),

  validateFeaturesWithLimitResponse_FeaturesProperty: pages.featuresProperty,
  validateFeaturesWithLimitResponse_GeometryInCRS84: pages.geometryInCrs84,
  validateFeaturesWithLimitResponse_Links: pages.links,
  validateFeaturesWithLimitResponse_NumberMatched: pages.numberMatched,
  validateFeaturesWithLimitResponse_TimeStamp: pages.timeStamp,
  validateFeaturesWithLimitResponse_TypeProperty: pages.typeProperty,
})
