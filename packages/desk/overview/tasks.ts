import type {
  DraftItem,
  LinkReportPage,
  ResponsibilityReport,
  Scope,
  SearchInsightPage,
} from '@amtsweg/contract'
import type { AccessToken } from '@amtsweg/contract/clerks.ts'
import { waitsFor } from '../changes/waits-for.ts'
import type { Desk } from '../shell/desk.ts'
import { words } from './words.ts'

/** How much of something waits: a number, or at least so many. */
interface Waiting {
  readonly count: number
  readonly hasMore?: boolean
}

/** Something that may need somebody today. */
export interface Task {
  readonly scope: Scope
  readonly words: { readonly title: string; readonly text: (count: string) => string; readonly way: string }
  /** The page where it is done. */
  readonly href: string
  readonly count: (desk: Pick<Desk, 'api' | 'session' | 'may'>, signal: AbortSignal) => Promise<Waiting>
}

interface Listed<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}
/** Days before its end in which somebody should know of a key. */
const notice = 30
const soon = () => new Date(Date.now() + notice * 86_400_000)

/** All of them, the most urgent first. */
export const tasks: readonly Task[] = [
  {
    scope: 'changes:approve',
    words: words.drafts,
    href: '/desk/changes',
    async count(desk, signal) {
      const { data } = await desk.api.get<Listed<DraftItem>>('/drafts', {
        query: { limit: 100, state: 'unpublished' },
        signal,
      })
      const count = data.items.filter((draft) => waitsFor(draft, desk)).length
      return { count, hasMore: count > 0 && data.next !== null }
    },
  },
  {
    scope: 'imports:write',
    words: words.imports,
    href: '/desk/imports',
    async count({ api }, signal) {
      const { data } = await api.get<Listed<ListedImport>>('/imports', { query: { limit: 100 }, signal })
      return { count: data.items.filter(needsSomebody).length }
    },
  },
  {
    scope: 'links:read',
    words: words.links,
    href: '/desk/links',
    count: async ({ api }, signal) => ({
      count: (await api.get<LinkReportPage>('/link-reports', { query: { limit: 1 }, signal })).data.total,
    }),
  },
  {
    scope: 'searches:read',
    words: words.searches,
    href: '/desk/searches',
    count: async ({ api }, signal) => ({
      count: (await api.get<SearchInsightPage>('/search-insights', { query: { limit: 1 }, signal })).data
        .total,
    }),
  },
  {
    scope: 'responsibilities:write',
    words: words.gaps,
    href: '/desk/responsibilities',
    count: async ({ api }, signal) => ({
      count: (await api.get<ResponsibilityReport>('/responsibility-report', { query: { limit: 1 }, signal }))
        .data.counts.services,
    }),
  },
  {
    scope: 'tokens:write',
    words: words.tokens,
    href: '/desk/tokens',
    async count({ api }, signal) {
      const { data } = await api.get<Listed<AccessToken>>('/tokens', { query: { limit: 100 }, signal })
      return { count: data.items.filter(endsSoon).length }
    },
  },
]

interface ListedImport {
  readonly state: string
  readonly report: { readonly rejected: number } | null
}

/** It waits for a decision about what it has left out, or it did not work. */
const needsSomebody = ({ state, report }: ListedImport) =>
  state === 'failed' || (state === 'checked' && (report?.rejected ?? 0) > 0)

const endsSoon = ({ revokedAt, expiresAt }: AccessToken) =>
  revokedAt === null && new Date(expiresAt) > new Date() && new Date(expiresAt) < soon()
