import { extentOf, holds, positionsOf } from './boxes.ts'
import { askFeatures, featuresOf, type Parameters, walk, wrongFeatures } from './features.ts'
import { isText, members } from './json.ts'
import { wrongLinks } from './links.ts'
import { about, type Findings, Inapplicable, type Method, unless } from './method.ts'
import { type Answer, bodyOf, type Collection, collectionsOf, geoJson, type Service } from './service.ts'

/** Ways to ask a collection for features. */
export type Variants = (service: Service, collection: Collection) => Promise<readonly Parameters[]>

interface Page {
  readonly service: Service
  readonly collection: Collection
  readonly parameters: Parameters
  readonly answer: Answer
}

/** Nothing to judge if a member that need not be there is not. */
type Look = (page: Page) => Promise<Findings | undefined>

/** A method that looks at every collection asked in each of the ways. */
function everyPage(variants: Variants, look: Look): Method['run'] {
  return async (service) => {
    const findings: (Findings | undefined)[] = []
    for (const collection of await collectionsOf(service))
      for (const parameters of await variants(service, collection)) {
        const answer = await askFeatures(service, collection, parameters)
        const found = await look({ service, collection, parameters, answer })
        findings.push(found && about(answer.url, found))
      }
    const judged = findings.filter((one) => one !== undefined)
    if (judged.length === 0) throw new Inapplicable('no answer has what this looks at')
    return judged.flat()
  }
}

/** What holds for features however they were asked for. */
export const pageMethods = (variants: Variants) => ({
  operation: everyPage(variants, async ({ answer }) => [
    ...unless(answer.status === 200, `answers ${answer.status}`),
    ...unless(answer.type.startsWith(geoJson), `is of type ${answer.type}, not ${geoJson}`),
  ]),
  typeProperty: everyPage(variants, async ({ answer }) => {
    const { type } = members(bodyOf(answer))
    return unless(type === 'FeatureCollection', `type is ${JSON.stringify(type)}`)
  }),
  featuresProperty: everyPage(variants, async ({ answer }) => {
    const { features } = members(bodyOf(answer))
    return Array.isArray(features) ? wrongFeatures(featuresOf(answer)) : ['has no array features']
  }),
  links: everyPage(variants, async ({ service, answer }) => wrongLinks(service, answer, 'features')),
  timeStamp: everyPage(variants, async ({ answer }) => wrongTimeStamp(answer)),
  numberReturned: everyPage(variants, async ({ answer }) => {
    const { numberReturned } = members(bodyOf(answer))
    if (numberReturned === undefined) return undefined
    const count = featuresOf(answer).length
    return unless(
      numberReturned === count,
      `numberReturned is ${String(numberReturned)}, of ${count} features`,
    )
  }),
  numberMatched: everyPage(variants, wrongNumberMatched),
  geometryInCrs84: everyPage(variants, async ({ collection, answer }) => outside(collection, answer)),
})

/** Clocks of two machines differ. */
const tolerance = 5000
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i

function wrongTimeStamp(answer: Answer): Findings | undefined {
  const { timeStamp } = members(bodyOf(answer))
  if (timeStamp === undefined) return undefined
  if (!isText(timeStamp) || !dateTime.test(timeStamp)) return [`timeStamp ${JSON.stringify(timeStamp)}`]
  const time = Date.parse(timeStamp)
  const then = time >= answer.asked - tolerance && time <= answer.answered + tolerance
  return unless(then, `timeStamp ${timeStamp} is not the time of the answer`)
}

/** The count is that of a walk over all pages, where these are not too many. */
async function wrongNumberMatched({ service, collection, parameters, answer }: Page) {
  const { numberMatched } = members(bodyOf(answer))
  if (numberMatched === undefined) return undefined
  const pages = await walk(service, collection, parameters)
  const count = pages.features.length
  if (!pages.complete) return unless(Number(numberMatched) >= count, `numberMatched is below ${count}`)
  return unless(numberMatched === count, `numberMatched is ${String(numberMatched)}, of ${count} features`)
}

const world = [-180, -90, 180, 90] as const

/** Positions are longitude and latitude, and lie where the collection says. */
function outside(collection: Collection, answer: Answer): Findings {
  const extent = extentOf(collection) ?? world
  return featuresOf(answer).flatMap(({ id, geometry }) => {
    const wrong = positionsOf(geometry).find((one) => !holds(world, one) || !holds(extent, one, 1e-6))
    return wrong ? [`feature ${String(id)} lies at ${wrong.join(', ')}, outside ${extent.join(', ')}`] : []
  })
}
