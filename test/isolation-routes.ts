import type { Scope } from '@amtsweg/contract'
import { guardedGeodata } from './isolation-geodata.ts'

/** Scopes of what can be written; any of them opens the history of what it writes. */
const writing: readonly Scope[] = [
  'units:write',
  'people:write',
  'supplements:write',
  'services:write',
  'responsibilities:write',
  'life-situations:write',
  'keywords:write',
  'geodata:write',
]

/** What a guarded route is asked for in the name of a town, and what is sent to it. */
export interface Guard {
  /** What it takes, one of several. */
  readonly scope: Scope | readonly Scope[]
  readonly address: (town: string, regionKey: string) => string
  readonly body?: (words: string, town: string, regionKey: string) => object
  /** It speaks of whoever asks, so that there is no address of another's. */
  readonly isOwn?: true
}

const supplements = {
  scope: 'supplements:write',
  address: (_town: string, regionKey: string) =>
    `/api/v1/services/mv-personalausweis/supplements/${regionKey}`,
} as const
const parts = {
  scope: 'supplements:write',
  address: (_town: string, regionKey: string) => `/api/v1/services/mv-personalausweis/parts/${regionKey}`,
} as const
const withdrawals = {
  scope: 'services:write',
  address: (_town: string, regionKey: string) => `/api/v1/services/mv-hundesteuer/withdrawals/${regionKey}`,
} as const

const record = {
  scope: 'services:write',
  address: (town: string) => `/api/v1/services/local-${town}/record`,
} as const

const unit = {
  scope: 'units:write',
  address: (town: string) => `/api/v1/units/unit-${town}/record`,
} as const
const person = {
  scope: 'people:write',
  address: (town: string) =>
    `/api/v1/people/p-${Buffer.from(town).toString('hex').padEnd(32, '0').slice(0, 32)}/record`,
} as const
const responsibilities = {
  scope: 'responsibilities:write',
  address: (_town: string, regionKey: string) => `/api/v1/services/mv-brunnen/responsibilities/${regionKey}`,
} as const

const situations = {
  scope: 'life-situations:write',
  address: (_town: string, regionKey: string) => `/api/v1/areas/${regionKey}/life-situations`,
} as const
const keywords = {
  scope: 'keywords:write',
  address: (_town: string, regionKey: string) => `/api/v1/services/mv-hundesteuer/keywords/${regionKey}`,
} as const
const draft = { scope: 'units:write', address: (town: string) => `/api/v1/drafts/draft-${town}` } as const
const draftAct = (act: string, scope: Scope = 'units:write', body?: object) => ({
  scope,
  address: (town: string) => `${draft.address(town)}/${act}`,
  ...(body ? { body: () => body } : {}),
})
/** A file that a town has sent and that was checked (isolation.test.ts). */
export const importIdOf = (town: string): string => `file-${town}`.padEnd(22, '-').slice(0, 22)
const importOf = (town: string) => `/api/v1/imports/${importIdOf(town)}`

const linkReport = (action: string) =>
  ({
    scope: 'links:read',
    address: () => `/api/v1/link-reports/${'a'.repeat(22)}/${action}`,
    isOwn: true,
  }) as const
const subscription = {
  scope: 'subscriptions:write',
  address: (town: string) => `/api/v1/subscriptions/sub-${town}`,
} as const
const subscribing = {
  scope: 'subscriptions:write',
  body: (_words: string, _town: string, regionKey: string) => ({
    url: 'https://knoten.example/',
    areas: [regionKey],
  }),
} as const

/** Routes that take a token. A route that stands neither here nor among the open ones fails the test. */
export const guarded: Readonly<Record<string, Guard>> = {
  'GET /api/v1/audit': { scope: 'audit:read', address: () => '/api/v1/audit', isOwn: true },
  'GET /api/v1/subscriptions': { ...subscription, address: () => '/api/v1/subscriptions', isOwn: true },
  'POST /api/v1/subscriptions': { ...subscribing, address: () => '/api/v1/subscriptions' },
  'POST /api/v1/subscriptions/check': { ...subscribing, address: () => '/api/v1/subscriptions/check' },
  'GET /api/v1/subscriptions/:id': subscription,
  'DELETE /api/v1/subscriptions/:id': subscription,
  'POST /api/v1/subscriptions/:id/sync': {
    ...subscription,
    address: (town) => `/api/v1/subscriptions/sub-${town}/sync`,
  },
  'GET /api/v1/origins': { scope: 'origins:read', address: () => '/api/v1/origins', isOwn: true },
  'GET /api/v1/history': { scope: writing, address: () => '/api/v1/history', isOwn: true },
  'GET /api/v1/history/:id': { scope: 'supplements:write', address: firstChange },
  'POST /api/v1/history/:id/undo': {
    scope: 'supplements:write',
    address: (town) => `${firstChange(town)}/undo`,
  },
  'DELETE /api/v1/history': {
    scope: 'units:write',
    address: (town) => `/api/v1/history?subject=/units/unit-${town}/record`,
  },
  'GET /api/v1/drafts': { scope: writing, address: () => '/api/v1/drafts', isOwn: true },
  'GET /api/v1/drafts/:id': draft,
  'DELETE /api/v1/drafts/:id': draft,
  'POST /api/v1/drafts/:id/submit': draftAct('submit'),
  'POST /api/v1/drafts/:id/approve': draftAct('approve', 'changes:approve'),
  'POST /api/v1/drafts/:id/reject': draftAct('reject', 'changes:approve', { reason: 'Eindringling' }),
  'POST /api/v1/drafts/:id/withdraw': draftAct('withdraw'),
  'POST /api/v1/drafts/:id/schedule': draftAct('schedule', 'units:write', { at: '2027-01-01T00:00:00Z' }),
  'POST /api/v1/drafts/:id/publish': draftAct('publish'),
  'GET /api/v1/imports': {
    scope: ['imports:write', 'geodata:write'],
    address: () => '/api/v1/imports',
    isOwn: true,
  },
  'POST /api/v1/imports': {
    scope: 'imports:write',
    address: () => '/api/v1/imports',
    body: (words) => ({ kind: 'units', fileName: words }),
    isOwn: true,
  },
  'GET /api/v1/imports/:id': { scope: 'imports:write', address: (town) => importOf(town) },
  'DELETE /api/v1/imports/:id': { scope: 'imports:write', address: (town) => importOf(town) },
  'GET /api/v1/imports/:id/events': { scope: 'imports:write', address: (town) => `${importOf(town)}/events` },
  'GET /api/v1/imports/:id/rejected': {
    scope: 'imports:write',
    address: (town) => `${importOf(town)}/rejected`,
  },
  'GET /api/v1/imports/:id/rejected.csv': {
    scope: 'imports:write',
    address: (town) => `${importOf(town)}/rejected.csv`,
  },
  'POST /api/v1/imports/:id/check': {
    scope: 'imports:write',
    address: (town) => `${importOf(town)}/check`,
    body: () => ({}),
  },
  'POST /api/v1/imports/:id/apply': {
    scope: 'imports:write',
    address: (town) => `${importOf(town)}/apply`,
    body: () => ({}),
  },
  'PUT /api/v1/imports/:id/parts/:part': {
    scope: 'imports:write',
    address: (town) => `${importOf(`${town}-open`)}/parts/0`,
    body: (words) => ({ words }),
  },
  'GET /api/v1/link-reports': { scope: 'links:read', address: () => '/api/v1/link-reports', isOwn: true },
  'POST /api/v1/link-reports/:id/recheck': linkReport('recheck'),
  'POST /api/v1/link-reports/:id/ignore': linkReport('ignore'),
  'POST /api/v1/link-reports/:id/heed': linkReport('heed'),
  'GET /api/v1/search-insights': {
    scope: 'searches:read',
    address: () => '/api/v1/search-insights',
    isOwn: true,
  },
  'GET /api/v1/responsibility-report': {
    scope: 'responsibilities:write',
    address: (_town, regionKey) => `/api/v1/responsibility-report?area=${regionKey}`,
  },
  'GET /api/v1/responsibility-map': {
    scope: 'responsibilities:write',
    address: (_town, regionKey) => `/api/v1/responsibility-map?area=${regionKey}&service=mv-brunnen`,
  },
  'GET /api/v1/responsibility-records': {
    scope: 'responsibilities:write',
    address: (town, regionKey) => `/api/v1/responsibility-records?area=${regionKey}&unit=unit-${town}`,
  },
  'PUT /api/v1/services/:id/supplements/:area': {
    ...supplements,
    body: (html) => ({ items: [{ code: '06', html }] }),
  },
  'DELETE /api/v1/services/:id/supplements/:area': supplements,
  'PUT /api/v1/services/:id/parts/:area': {
    ...parts,
    body: (words) => ({ fees: [{ kind: 'text', text: words }] }),
  },
  'DELETE /api/v1/services/:id/parts/:area': parts,
  'PUT /api/v1/services/:id/withdrawals/:area': {
    ...withdrawals,
    body: (words) => ({ reasons: { de: words } }),
  },
  'DELETE /api/v1/services/:id/withdrawals/:area': withdrawals,
  'PUT /api/v1/services/:id/record': {
    ...record,
    body: (words, _town, regionKey) => ({
      regionKey,
      audience: ['citizen'],
      titles: { de: words },
      modules: [{ code: '06', lang: 'de', html: words }],
    }),
  },
  'DELETE /api/v1/services/:id/record': record,
  'PUT /api/v1/units/:id/record': {
    ...unit,
    body: (words, _town, regionKey) => ({ tier: 'municipal', regionKey, names: { de: words } }),
  },
  'DELETE /api/v1/units/:id/record': unit,
  'PUT /api/v1/units/:id/hours': {
    scope: 'units:write',
    address: (town) => `/api/v1/units/unit-${town}/hours`,
    body: (note) => ({ spans: [], exceptions: [], note }),
  },
  'PUT /api/v1/areas/:regionKey/life-situations': {
    ...situations,
    body: () => ({ hide: ['ausweise-dokumente'] }),
  },
  'DELETE /api/v1/areas/:regionKey/life-situations': situations,
  'PUT /api/v1/services/:id/keywords/:area': {
    ...keywords,
    body: (word) => ({ keywords: { de: [word] } }),
  },
  'DELETE /api/v1/services/:id/keywords/:area': keywords,
  'PUT /api/v1/drafts/:id': {
    ...draft,
    body: (words, town) => ({
      subject: `/units/unit-${town}/record`,
      wanted: { names: { de: words } },
      basedOn: null,
    }),
  },
  'GET /api/v1/people/records': {
    scope: 'people:write',
    address: () => '/api/v1/people/records',
    isOwn: true,
  },
  'GET /api/v1/services/records': {
    scope: ['services:write', 'supplements:write', 'keywords:write'],
    address: () => '/api/v1/services/records',
    isOwn: true,
  },
  'GET /api/v1/people/:id/record': person,
  'PUT /api/v1/people/:id/record': {
    ...person,
    body: (words, town) => ({
      familyName: words,
      functions: [{ unitId: `unit-${town}`, names: { de: 'Sachbearbeitung' } }],
    }),
  },
  'DELETE /api/v1/people/:id/record': person,
  'PUT /api/v1/services/:id/responsibilities/:area': {
    ...responsibilities,
    body: (note, town) => ({ items: [{ unit: `unit-${town}`, role: 'responsible', note }] }),
  },
  'DELETE /api/v1/services/:id/responsibilities/:area': responsibilities,
  ...guardedGeodata,
}

/** The change with which a town, one of two, began to write one of everything: supplements. */
function firstChange(town: string): string {
  const writes = Object.keys(guarded).filter((route) => route.startsWith('PUT ')).length
  return `/api/v1/history/${town === 'wismar' ? 1 : writes + 1}`
}
/** Routes for persons whose role includes the scope, for their own authority or the installation; no token opens them. */
export const administering: readonly string[] = [
  'DELETE /api/v1/authorities/:id/four-eyes-end',
  'DELETE /api/v1/clerks/:id',
  'DELETE /api/v1/clerks/:id/second-factors',
  'DELETE /api/v1/tokens/:id',
  'GET /api/v1/authorities/:id/four-eyes-end',
  'GET /api/v1/authorities/:id/settings',
  'GET /api/v1/clerks',
  'GET /api/v1/clerks/:id',
  'GET /api/v1/tokens',
  'POST /api/v1/authorities',
  'POST /api/v1/authorities/:id/four-eyes-end',
  'POST /api/v1/clerks',
  'POST /api/v1/clerks/:id/invitation',
  'POST /api/v1/clerks/:id/reset',
  'POST /api/v1/tokens',
  'PUT /api/v1/authorities/:id/settings',
  'PUT /api/v1/clerks/:id',
]

/** Routes for whoever is signed in, about themselves alone; and no token opens them. */
export const personal: readonly string[] = [
  'DELETE /api/v1/account/passkeys/:id',
  'DELETE /api/v1/account/totp',
  'DELETE /api/v1/sessions/:id',
  'GET /api/v1/account',
  'GET /api/v1/session',
  'GET /api/v1/sessions',
  'POST /api/v1/account/passkeys',
  'POST /api/v1/account/passkeys/options',
  'POST /api/v1/account/recovery-codes',
  'POST /api/v1/account/totp',
  'PUT /api/v1/account/password',
  'PUT /api/v1/account/totp',
]

/** Routes by which one comes in and out: for nobody in particular, but for pages of this server only. */
export const entrance: readonly string[] = [
  'GET /api/v1/sign-in',
  'GET /api/v1/sign-in/oidc/:provider',
  'GET /api/v1/sign-in/oidc/:provider/callback',
  'POST /api/v1/sign-in/invitation',
  'POST /api/v1/sign-in/invitation/look',
  'POST /api/v1/sign-in/invitation/provider',
  'POST /api/v1/sign-in/passkey',
  'POST /api/v1/sign-in/passkey/options',
  'POST /api/v1/sign-in/password',
  'POST /api/v1/sign-in/recovery-code',
  'POST /api/v1/sign-in/totp',
  'POST /api/v1/sign-out',
]
