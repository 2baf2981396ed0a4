import { get as getHttp } from 'node:http'
import { get as getHttps } from 'node:https'
import { Validator } from '@seriousme/openapi-schema-validator'
import { askDocument, findOperation, openApi } from './api-document.ts'
import { entries, isText, members } from './json.ts'
import { findLink, incompleteLinks, linksOf } from './links.ts'
import { Inapplicable, type Method, methodsOf, unless } from './method.ts'
import { bodyOf, type Service } from './service.ts'

const part1 = 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf'

const conformance = methodsOf('core', {
  validateConformanceOperationAndResponse: async (service) => {
    const { status, url } = await service.get('/conformance')
    const classes = await service.conformance()
    return [
      ...unless(status === 200, `${url} is ${status}`),
      ...unless(classes.includes(`${part1}/core`), `${part1}/core is not claimed`),
      ...unless(
        classes.every((one) => URL.canParse(one)),
        'a class is no URI',
      ),
    ]
  },
})

const landingPage = methodsOf('core/landingpage/LandingPage', {
  landingPageRetrieval: async (service) => {
    const { status, url } = await service.get('')
    return unless(status === 200, `${url} is ${status}`)
  },

  landingPageValidation: async (service) => {
    const answer = await service.get('')
    const page = members(bodyOf(answer))
    const links = linksOf(page, answer.url)
    const has = (rel: string) => findLink(links, rel) !== undefined
    const textual = ['title', 'description', 'attribution'].filter(
      (name) => page[name] !== undefined && !isText(page[name]),
    )
    return [
      ...unless(has('service-desc') || has('service-doc'), 'no link rel="service-desc" or "service-doc"'),
      ...['conformance', 'data'].flatMap((rel) => unless(has(rel), `no link rel="${rel}"`)),
      ...textual.map((name) => `${name} is no text`),
      ...incompleteLinks(links),
    ]
  },
})

/** The document, unless the server does not say that it has one. */
async function claimedDocument(service: Service) {
  if (!(await service.conformance()).includes(`${part1}/oas30`))
    throw new Inapplicable(`${part1}/oas30 is not claimed`)
  const answer = await askDocument(service)
  if (!answer) throw new Error(`the landing page has no link rel="service-desc" type="${openApi}"`)
  return answer
}

const apiDefinition = methodsOf('core/apidefinition/ApiDefinition', {
  openapiDocumentRetrieval: async (service) => {
    const { status, type, url } = await claimedDocument(service)
    return [
      ...unless(status === 200, `${url} is ${status}`),
      ...unless(type.startsWith('application/vnd.oai.openapi+json'), `${url} is of type ${type}`),
    ]
  },

  apiDefinitionValidation: async (service) => {
    const document = members(bodyOf(await claimedDocument(service)))
    const { openapi } = document
    const { valid, errors } = await new Validator().validate(structuredClone(document))
    const missing: string[] = []
    for (const path of await testPoints(service))
      missing.push(...unless((await findOperation(service, path)) !== undefined, `no GET ${path} in it`))
    return [
      ...unless(isText(openapi) && openapi.startsWith('3.0.'), `openapi is ${JSON.stringify(openapi)}`),
      ...(valid ? [] : entries(errors).map((error) => JSON.stringify(error))),
      ...missing,
    ]
  },
})

/** What an API document must describe: the standard's resources of each collection. */
async function testPoints(service: Service): Promise<readonly string[]> {
  const ids = (await service.collections()).map(({ id }) => id)
  const own = ids.flatMap((id) => ['', '/items', '/items/1'].map((path) => `/collections/${id}${path}`))
  return ['/conformance', '/collections', ...own]
}

/** fetch hides the version of the protocol. */
const versionOf = (address: string) =>
  new Promise<string>((resolve, reject) => {
    const get = address.startsWith('https:') ? getHttps : getHttp
    get(address, (response) => {
      response.resume()
      resolve(response.httpVersion)
    }).once('error', reject)
  })

const general = methodsOf('core/general/GeneralHttp', {
  http: async (service) => {
    const version = await versionOf(service.base)
    return unless(version === '1.1', `answers in HTTP/${version}`)
  },
})

/** Core: what is no collection. */
export const pagesMethods: readonly Method[] = [...conformance, ...apiDefinition, ...general, ...landingPage]
