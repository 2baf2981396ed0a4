import { askFeatures, eachCollection, type Parameters } from './features.ts'
import { type Findings, type Method, methodsOf, unless } from './method.ts'

/** Values that are none, by the definitions of the parameters. */
const invalid: readonly Parameters[] = [
  { limit: 'unlimited' },
  { limit: 0 },
  { limit: -5 },
  { bbox: '1,2,3' },
  { bbox: 'west,south,east,north' },
  { datetime: 'foo' },
]

const refused = (all: readonly Parameters[]) =>
  eachCollection(async (service, collection) => {
    const findings: Findings[] = []
    for (const parameters of all) {
      const { status } = await askFeatures(service, collection, parameters)
      const [[name, value] = []] = Object.entries(parameters)
      findings.push(unless(status === 400, `${name}=${value} is answered by ${status}`))
    }
    return findings.flat()
  })

/** Core: what must be refused. */
export const errorMethods: readonly Method[] = methodsOf('core/collections/FeaturesErrorConditions', {
  validateFeaturesOperation_QueryParamInvalid: refused(invalid),
  validateFeaturesOperation_QueryParamUnknown: refused([{ unknownQueryParameter68503: 1 }]),
})
