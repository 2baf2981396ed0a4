import type { Scope } from '@amtsweg/contract'
import { editingScopes } from './editing.ts'
import { words } from './words.ts'

/** Where a page stands in the navigation, in this order. Payment and what follows have no page yet, and nothing is shown of them. */
export const places = [
  'today',
  'content',
  'upkeep',
  'payment',
  'registry',
  'forms',
  'geodata',
  'statistics',
  'administration',
] as const
export type NavigationPlace = (typeof places)[number]

export interface PageEntry {
  /** `/desk/units/:id`: a segment with a colon is given to the page in `params`. */
  readonly path: string
  /** Heading until the page knows a better one, and words of its link. */
  readonly label: string
  readonly tag: `desk-${string}`
  readonly load: () => Promise<unknown>
  /** One of these is needed to see it; left out, every clerk may. */
  readonly scopes?: readonly Scope[]
  /** Left out, no link stands in the navigation. */
  readonly place?: NavigationPlace
  /** The page above, which its heading leads back to. */
  readonly above?: string
  /** It also works for the whole installation; all others are of one authority. */
  readonly isForAll?: true
  /** Shown to who is not signed in, without the frame. */
  readonly isOpen?: true
}

/** All pages of the desk. */
export const pages: readonly PageEntry[] = [
  {
    path: '/desk/',
    label: words.pages.overview,
    tag: 'desk-overview-page',
    load: () => import('../overview/overview-page.ts'),
    place: 'today',
    isForAll: true,
  },
  {
    path: '/desk/changes',
    label: words.pages.changes,
    tag: 'desk-changes-page',
    load: () => import('../changes/changes-page.ts'),
    scopes: editingScopes,
    place: 'today',
  },
  {
    path: '/desk/changes/:id',
    label: words.pages.change,
    tag: 'desk-change-page',
    load: () => import('../changes/change-page.ts'),
    scopes: editingScopes,
    above: '/desk/changes',
  },
  {
    path: '/desk/services',
    label: words.pages.services,
    tag: 'desk-services-page',
    load: () => import('../services/services-page.ts'),
    scopes: ['services:write', 'supplements:write'],
    place: 'content',
  },
  {
    path: '/desk/services/:id',
    label: words.pages.service,
    tag: 'desk-service-page',
    load: () => import('../services/service-page.ts'),
    scopes: ['services:write', 'supplements:write'],
    above: '/desk/services',
  },
  {
    path: '/desk/units',
    label: words.pages.units,
    tag: 'desk-units-page',
    load: () => import('../directory/units-page.ts'),
    scopes: ['units:write'],
    place: 'content',
  },
  {
    path: '/desk/units/:id',
    label: words.pages.unit,
    tag: 'desk-unit-page',
    load: () => import('../directory/unit-page.ts'),
    scopes: ['units:write'],
    above: '/desk/units',
  },
  {
    path: '/desk/people',
    label: words.pages.people,
    tag: 'desk-people-page',
    load: () => import('../directory/people-page.ts'),
    scopes: ['people:write'],
    place: 'content',
  },
  {
    path: '/desk/people/:id',
    label: words.pages.person,
    tag: 'desk-person-page',
    load: () => import('../directory/person-page.ts'),
    scopes: ['people:write'],
    above: '/desk/people',
  },
  {
    path: '/desk/responsibilities',
    label: words.pages.responsibilities,
    tag: 'desk-responsibilities-page',
    load: () => import('../responsibility/responsibilities-page.ts'),
    scopes: ['responsibilities:write'],
    place: 'content',
  },
  {
    path: '/desk/geodata',
    label: words.pages.collections,
    tag: 'desk-collections-page',
    load: () => import('../geodata/collections-page.ts'),
    scopes: ['geodata:write'],
    place: 'geodata',
  },
  {
    path: '/desk/geodata/:id',
    label: words.pages.collection,
    tag: 'desk-collection-page',
    load: () => import('../geodata/collection-page.ts'),
    scopes: ['geodata:write'],
    above: '/desk/geodata',
  },
  {
    path: '/desk/harvests',
    label: words.pages.harvests,
    tag: 'desk-harvests-page',
    load: () => import('../geodata/harvests-page.ts'),
    scopes: ['geodata:write'],
    place: 'geodata',
  },
  {
    path: '/desk/imports',
    label: words.pages.imports,
    tag: 'desk-imports-page',
    load: () => import('../intake/imports-page.ts'),
    scopes: ['imports:write'],
    place: 'upkeep',
  },
  {
    path: '/desk/imports/:id',
    label: words.pages.import,
    tag: 'desk-import-page',
    load: () => import('../intake/import-page.ts'),
    scopes: ['imports:write'],
    above: '/desk/imports',
  },
  {
    path: '/desk/links',
    label: words.pages.links,
    tag: 'desk-links-page',
    load: () => import('../upkeep/links-page.ts'),
    scopes: ['links:read'],
    place: 'upkeep',
  },
  {
    path: '/desk/searches',
    label: words.pages.searches,
    tag: 'desk-searches-page',
    load: () => import('../upkeep/searches-page.ts'),
    scopes: ['searches:read'],
    place: 'upkeep',
  },
  {
    path: '/desk/life-situations',
    label: words.pages.lifeSituations,
    tag: 'desk-life-situations-page',
    load: () => import('../life-situations/life-situations-page.ts'),
    scopes: ['life-situations:write'],
    place: 'content',
  },
  {
    path: '/desk/keywords',
    label: words.pages.keywords,
    tag: 'desk-keywords-page',
    load: () => import('../keywords/keywords-page.ts'),
    scopes: ['keywords:write'],
    place: 'content',
  },
  {
    path: '/desk/sign-in',
    label: words.pages.signIn,
    tag: 'desk-sign-in-page',
    load: () => import('../access/sign-in-page.ts'),
    isOpen: true,
  },
  {
    path: '/desk/subscriptions',
    label: words.pages.subscriptions,
    tag: 'desk-subscriptions-page',
    load: () => import('../federation/subscriptions-page.ts'),
    scopes: ['subscriptions:write'],
    place: 'administration',
  },
  {
    path: '/desk/welcome',
    label: words.pages.welcome,
    tag: 'desk-welcome-page',
    load: () => import('../access/welcome-page.ts'),
    isOpen: true,
  },
  {
    path: '/desk/account',
    label: words.pages.account,
    tag: 'desk-account-page',
    load: () => import('../access/account-page.ts'),
    isForAll: true,
  },
  {
    path: '/desk/authorities',
    label: words.pages.authorities,
    tag: 'desk-authorities-page',
    load: () => import('../access/authorities-page.ts'),
    scopes: ['settings:write'],
    place: 'administration',
    isForAll: true,
  },
  {
    path: '/desk/authorities/new',
    label: words.pages.newAuthority,
    tag: 'desk-new-authority-page',
    load: () => import('../access/new-authority-page.ts'),
    scopes: ['settings:write'],
    above: '/desk/authorities',
    isForAll: true,
  },
  {
    path: '/desk/authorities/:id',
    label: words.pages.authority,
    tag: 'desk-authority-page',
    load: () => import('../access/authority-page.ts'),
    scopes: ['settings:write'],
    above: '/desk/authorities',
    isForAll: true,
  },
  {
    path: '/desk/clerks',
    label: words.pages.clerks,
    tag: 'desk-clerks-page',
    load: () => import('../access/clerks-page.ts'),
    scopes: ['clerks:write'],
    place: 'administration',
    isForAll: true,
  },
  {
    path: '/desk/clerks/:id',
    label: words.pages.clerk,
    tag: 'desk-clerk-page',
    load: () => import('../access/clerk-page.ts'),
    scopes: ['clerks:write'],
    above: '/desk/clerks',
    isForAll: true,
  },
  {
    path: '/desk/tokens',
    label: words.pages.tokens,
    tag: 'desk-tokens-page',
    load: () => import('../access/tokens-page.ts'),
    scopes: ['tokens:write'],
    place: 'administration',
  },
  {
    path: '/desk/origins',
    label: words.pages.origins,
    tag: 'desk-origins-page',
    load: () => import('../access/origins-page.ts'),
    scopes: ['origins:read'],
    place: 'administration',
  },
  {
    path: '/desk/audit',
    label: words.pages.audit,
    tag: 'desk-audit-page',
    load: () => import('../access/audit-page.ts'),
    scopes: ['audit:read'],
    place: 'administration',
  },
]
