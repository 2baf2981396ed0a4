import { entries, isText, members } from './json.ts'
import { findLink, linksOf } from './links.ts'
import { about, type Findings } from './method.ts'
import { type Answer, bodyOf, type Collection, type Service } from './service.ts'

export const openApi = 'application/vnd.oai.openapi+json;version=3.0'

type Members = Readonly<Record<string, unknown>>

/** A parameter of a query as an API document defines it. */
export interface Parameter {
  readonly in: unknown
  readonly required: unknown
  readonly style: unknown
  readonly explode: unknown
  readonly schema: Members
}

/** The answer with the API document that the landing page links to; nothing if it links to none. */
export async function askDocument(service: Service): Promise<Answer | undefined> {
  const landing = await service.get('')
  const link = findLink(linksOf(bodyOf(landing), landing.url), 'service-desc', openApi)
  return link && (await service.get(link.href, openApi))
}

async function documentOf(service: Service): Promise<Members> {
  const answer = await askDocument(service)
  if (!answer) throw new Error(`the landing page has no link rel="service-desc" type="${openApi}"`)
  return members(bodyOf(answer))
}

/** Operation of a path for which a name may stand or a template. */
export async function findOperation(service: Service, path: string): Promise<Members | undefined> {
  const paths = members((await documentOf(service))['paths'])
  const found = Object.keys(paths).filter((template) => fits(template, path))
  const [best] = found.sort((one, other) => templates(one) - templates(other))
  if (best === undefined) return undefined
  const item = members(paths[best])
  const { get } = item
  if (get === undefined) return undefined
  return {
    ...members(get),
    parameters: [...entries(item['parameters']), ...entries(members(get)['parameters'])],
  }
}

const templates = (path: string) => path.split('{').length

function fits(template: string, path: string): boolean {
  const [ours, theirs] = [template.split('/'), path.split('/')]
  return (
    ours.length === theirs.length && ours.every((part, at) => part.startsWith('{') || part === theirs[at])
  )
}

/** The standard's own definitions, which documents may refer to where they are published. */
const publishedAt =
  /^https?:\/\/schemas\.opengis\.net\/ogcapi\/features\/part1\/1\.0\/openapi\/ogcapi-features-1\.yaml$/
const form = { in: 'query', required: false, style: 'form', explode: false }
const standard: Members = {
  components: {
    parameters: {
      bbox: {
        name: 'bbox',
        ...form,
        schema: { type: 'array', minItems: 4, maxItems: 6, items: { type: 'number' } },
      },
      datetime: { name: 'datetime', ...form, schema: { type: 'string' } },
      limit: {
        name: 'limit',
        ...form,
        schema: { type: 'integer', minimum: 1, maximum: 10_000, default: 10 },
      },
    },
  },
}

/** What a reference stands for, inside the document or in the standard's published one. */
function resolve(document: Members, value: unknown): Members {
  const { $ref } = members(value)
  if (!isText($ref)) return members(value)
  const [at, pointer = ''] = $ref.split('#')
  const root = at === '' ? document : (at && publishedAt.test(at) && standard) || {}
  const target = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((part, name) => members(part)[name], root)
  return target === value ? {} : resolve(document, target)
}

/** A parameter of the features of a collection. */
export async function findParameter(
  service: Service,
  { id }: Collection,
  name: string,
): Promise<Parameter | undefined> {
  const document = await documentOf(service)
  const operation = await findOperation(service, `/collections/${id}/items`)
  const found = entries(operation?.['parameters'])
    .map((one) => resolve(document, one))
    .find((one) => one['name'] === name)
  if (!found) return undefined
  // What need not be said of a parameter of the query is as if it were.
  const { in: where, required = false, style = 'form', explode = style === 'form' } = found
  return { in: where, required, style, explode, schema: resolve(document, found['schema']) }
}

/** What is wrong with the definition of a parameter. */
export async function wrongParameter(
  service: Service,
  collection: Collection,
  name: string,
  look: (parameter: Parameter) => Findings,
): Promise<Findings> {
  const parameter = await findParameter(service, collection, name)
  if (!parameter) return [`the API document defines no parameter ${name}`]
  const usual = [
    ...(parameter.in === 'query' ? [] : ['is not of the query']),
    ...(parameter.required === false ? [] : ['is required']),
  ]
  return about(`parameter ${name}`, [...usual, ...look(parameter)])
}
