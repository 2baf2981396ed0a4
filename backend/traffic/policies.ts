/** How much one client may ask for: requests in a window of so many seconds. */
export interface Policy {
  readonly name: string
  readonly quota: number
  readonly window: number
}

export const policyNames = ['search', 'submission', 'export'] as const
export type PolicyName = (typeof policyNames)[number]

/** What writes, what lists whole catalogues, and what searches; all else is found by its key and costs next to nothing. */
const rules: readonly (readonly [path: RegExp, name: PolicyName])[] = [
  [/^\/(?:hsds|api\/v1\/(?:cpsv-ap|changes)|sitemap|llms\.txt)/, 'export'],
  [/^\/api\/v1\/sign-in\/oidc\//, 'submission'],
  [
    /^\/(?:api\/v1\/(?:services(?:\/suggest)?|areas|checklists|responsibilities|directory|units(?:\/[^/]+\/services)?)|services)$/,
    'search',
  ],
]

const uploadPart = /^\/api\/v1\/imports\/[^/]+\/parts\/\d+$/

/** Which policy a request falls under; undefined for what is not limited. `path` is without a query. */
export function policyOf(method: string, path: string): PolicyName | undefined {
  // A file of 200 MB comes in as many parts; whoever may send none is told so before anything is read.
  if (method === 'PUT' && uploadPart.test(path)) return undefined
  if (method !== 'GET' && method !== 'HEAD') return method === 'OPTIONS' ? undefined : 'submission'
  return rules.find(([pattern]) => pattern.test(path))?.[1]
}

/** Values of RateLimit-Policy and RateLimit (draft-ietf-httpapi-ratelimit-headers-10). */
export const policyField = ({ name, quota, window }: Policy): string => `"${name}";q=${quota};w=${window}`
export const limitField = ({ name }: Policy, remaining: number, seconds: number): string =>
  `"${name}";r=${remaining};t=${seconds}`
