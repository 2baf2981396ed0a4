import { pageMethods } from './feature-pages.ts'
import { askFeature, askFeatures, eachCollection, featuresOf, wrongFeature } from './features.ts'
import { members } from './json.ts'
import { findLink, linksOf, wrongLinks } from './links.ts'
import { type Method, methodsOf, unless } from './method.ts'
import { bodyOf, type Collection, type Service } from './service.ts'

const pages = pageMethods(async () => [{}])

const features = methodsOf('core/collections/Features', {
  validateFeaturesOperation: pages.operation,
  validateFeaturesResponse_FeaturesProperty: pages.featuresProperty,
  validateFeaturesResponse_GeometryInCRS84: pages.geometryInCrs84,
  validateFeaturesResponse_Links: pages.links,
  validateFeaturesResponse_NumberMatched: pages.numberMatched,
  validateFeaturesResponse_NumberReturned: pages.numberReturned,
  validateFeaturesResponse_TimeStamp: pages.timeStamp,
  validateFeaturesResponse_TypeProperty: pages.typeProperty,
})

/** The answer for the first feature of a collection, which is one that the collection itself showed. */
async function firstFeature(service: Service, collection: Collection) {
  const [first] = featuresOf(await askFeatures(service, collection))
  return first && { first, answer: await askFeature(service, collection, first['id']) }
}

const feature = methodsOf('core/collections/Feature', {
  featureOperation: eachCollection(async (service, collection) => {
    const found = await firstFeature(service, collection)
    return found ? unless(found.answer.status === 200, `${found.answer.url} is ${found.answer.status}`) : []
  }),

  validateFeatureResponse: eachCollection(async (service, collection) => {
    const found = await firstFeature(service, collection)
    if (!found) return []
    const { first, answer } = found
    const one = members(bodyOf(answer))
    return [
      ...wrongFeature(one),
      ...unless(String(one['id']) === String(first['id']), `id is ${String(one['id'])}`),
      ...(await wrongLinks(service, answer, 'features')),
      ...unless(findLink(linksOf(one, answer.url), 'collection') !== undefined, 'no link rel="collection"'),
    ]
  }),
})

/** Core: pages of features and the feature by itself. */
export const featureMethods: readonly Method[] = [...feature, ...features]
