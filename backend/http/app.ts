import { randomBytes } from 'node:crypto'
import type { BlockList } from 'node:net'
import { tmpdir } from 'node:os'
import { Hono } from 'hono'
import { accountRoutes } from '../access/account-routes.ts'
import { authorityRoutes } from '../access/authority-routes.ts'
import { clerkRoutes } from '../access/clerk-routes.ts'
import { fourEyesRoutes } from '../access/four-eyes-routes.ts'
import {
  createPasswords,
  headOf,
  type IdentityProvider,
  type Passwords,
  type SignInSettings,
} from '../access/index.ts'
import { providerRoutes } from '../access/provider-routes.ts'
import { accessRoutes } from '../access/routes.ts'
import { secondStepRoutes } from '../access/second-step-routes.ts'
import { sessionRoutes } from '../access/session-routes.ts'
import { signInRoutes } from '../access/sign-in-routes.ts'
import { tokenRoutes } from '../access/token-routes.ts'
import { draftRoutes } from '../changes/draft-routes.ts'
import { historyRoutes } from '../changes/history-routes.ts'
import type { OpenDatabase, Trx } from '../database/database.ts'
import { createMemory } from '../database/memory.ts'
import { type VersionWatch, watchVersion } from '../database/version-watch.ts'
import { unitListRoutes } from '../directory/list-routes.ts'
import { personRecordRoutes } from '../directory/people-edit-routes.ts'
import { peopleRoutes } from '../directory/people-routes.ts'
import { directoryRoutes } from '../directory/routes.ts'
import { changesRoutes } from '../federation/changes-routes.ts'
import { ensureFeedState, feedState, newNodeId, publishXzufi, wordsOfFailure } from '../federation/index.ts'
import { type NodeVisitor, subscriptionRoutes } from '../federation/subscription-routes.ts'
import { type XzufiPlace, xzufiRoutes } from '../federation/xzufi-routes.ts'
import { changesRoutes as geodataChangesRoutes } from '../geodata/changes-routes.ts'
import { harvestRoutes, type HarvestVisitor } from '../geodata/harvest-routes.ts'
import { geoOfficeRoutes } from '../geodata/office-routes.ts'
import { type OutsideParts, outsideRoutes } from '../geodata/outside-routes.ts'
import { ogcRoutes } from '../geodata/routes.ts'
import { createImportEvents, type ImportEvents } from '../intake/index.ts'
import { importRoutes, type ImportWork } from '../intake/routes.ts'
import { addJob, listJobs, removeJob, setDue } from '../jobs/index.ts'
import { discoveryRoutes } from '../pages/discovery-routes.ts'
import { oembedRoutes } from '../pages/embed/oembed-routes.ts'
import { embedRoutes } from '../pages/embed/routes.ts'
import { showOgcPage } from '../pages/ogc/page.ts'
import { pageRoutes } from '../pages/routes.ts'
import { securityRoutes } from '../pages/security-routes.ts'
import { servicePageRoutes } from '../pages/service-routes.ts'
import { placesRoutes } from '../places/routes.ts'
import { responsibilityReportRoutes } from '../responsibility/report-routes.ts'
import { responsibilityRoutes } from '../responsibility/routes.ts'
import { linkReportRoutes } from '../services/link-report-routes.ts'
import { servicesRoutes } from '../services/routes.ts'
import type { MadeAnswer } from '../traffic/index.ts'
import { dcatRoutes } from '../vocabularies/dcat-routes.ts'
import { hsdsRoutes } from '../vocabularies/hsds/routes.ts'
import { vocabularyRoutes } from '../vocabularies/routes.ts'
import { rebuildSearchIndex, type SearchCounter } from '../wayfinding/index.ts'
import { searchInsightRoutes } from '../wayfinding/insight-routes.ts'
import { wayfindingRoutes } from '../wayfinding/routes.ts'
import { serviceRecordRoutes } from '../wayfinding/service-record-routes.ts'
import { type AnswerCache, createAnswerCache } from './answer-cache.ts'
import { answers } from './answers.ts'
import { editKinds } from './edit-kinds.ts'
import { editRoutes } from './edit-routes.ts'
import { fileRoutes } from './file-routes.ts'
import { healthRoutes } from './health.ts'
import { limits } from './limits.ts'
import { measured } from './measured.ts'
import { type MetricsAccess, metricsRoutes } from './metrics-routes.ts'
import { describeApi } from './openapi.ts'
import { notFound, onError } from './problem.ts'
import { publicUrlOf } from './public-url.ts'
import { createRouter, type Env } from './router.ts'
import type { ProviderFailure } from './session.ts'
import { sourceRoutes } from './source-routes.ts'
import { subjectNames } from './subject-names.ts'
import { traced } from './traced.ts'
import { writeNow } from './write.ts'

/** How files of authorities are taken and worked on. */
interface Uploads {
  /** Bytes of a file at most. */
  readonly maxBytes: number
  /** Bytes of all files together that lie here. */
  readonly maxHeldBytes: number
  readonly work: ImportWork
  readonly events: ImportEvents
}

const usualUploads = (): Uploads => ({
  maxBytes: 200 * 1024 ** 2,
  maxHeldBytes: 2_000 * 1024 ** 2,
  work: { kick: () => {}, progressOf: () => undefined },
  events: createImportEvents(),
})

/** What the app is made of. */
export interface AppParts {
  readonly database: OpenDatabase
  /** The present moment; offices open and close by it. */
  readonly now?: () => Date
  /** What tells all memories that the data have changed; the same as the cache's. */
  readonly watch?: VersionWatch
  readonly cache?: AnswerCache
  /** Takes what failed unexpectedly; never shown to a reader. */
  readonly report?: (error: unknown, requestId: string | undefined) => void
  /** False while starting or stopping. */
  readonly isReady?: () => boolean
  /** Where readers reach the server, "https://dienste.example"; left out, each request's Host header says it. */
  readonly publicUrl?: string | undefined
  /** Where security holes are reported, `https:` or `mailto:`; left out, there is no security.txt. */
  readonly securityContact?: string | undefined
  /** How clerks sign in; left out, by password, for half a day. */
  readonly signIn?: SignInSettings | undefined
  /** Left out, one of the usual cost. */
  readonly passwords?: Passwords
  /** By whom clerks sign in besides; left out, by nobody. */
  readonly providers?: readonly IdentityProvider[] | undefined
  /** Takes why a sign-in by a provider failed; nothing in it is of a person. */
  readonly onProviderFailure?: ((failure: ProviderFailure) => void) | undefined
  /** Milliseconds an editor waits for somebody else who writes; left out, a few seconds. */
  readonly patience?: number
  /** How files of authorities are taken and worked on; left out, they are taken and nobody works on them here. */
  readonly uploads?: Uploads
  /** Makes search know of a changed service; left out, the index is made anew before the editor has an answer. */
  readonly reindex?: (trx: Trx, serviceId: string) => Promise<void>
  /** Writes the whole catalogue into a file for others; left out, this process does it by itself. */
  readonly xzufi?: XzufiPlace
  /** Asks other nodes; left out, this server asks nobody. */
  readonly visitor?: NodeVisitor
  readonly harvests?: HarvestVisitor
  /** Services of others that maps may show; left out, there are none. */
  readonly outside?: OutsideParts
  /** Counts how searches end; left out, they are not counted. */
  readonly searches?: SearchCounter | undefined
  /** Whose X-Forwarded-For is believed; left out, every private address. */
  readonly proxies?: BlockList | undefined
  /** Takes how long each answer took; left out, nobody measures. */
  readonly measure?: ((answer: MadeAnswer) => void) | undefined
  /** Whether answers are traced; without a collector that costs time for nothing. */
  readonly isTraced?: boolean
  /** Left out, there are no metrics to read. */
  readonly metrics?: MetricsAccess | undefined
  /** Folder of built widgets and folder of the demo site; left out, nothing is served there. */
  readonly widgets?: string
  /** Folder where older releases of the widgets are kept. */
  readonly keptReleases?: string
  readonly demoSite?: string
}

const asksNobody = { code: 'refused-address', text: wordsOfFailure('refused-address') }
const nobody: NodeVisitor = {
  mayBeOpen: () => false,
  check: async () => ({ reachable: false, node: null, error: asksNobody }),
}

/** The whole server. Tests call `createApp(...).request(...)`; nothing listens on a port. */
export function createApp({
  database,
  now = () => new Date(),
  watch = watchVersion(database),
  cache = createAnswerCache(watch),
  report = () => {},
  isReady = () => true,
  publicUrl,
  securityContact,
  signIn,
  passwords = createPasswords(),
  providers = [],
  onProviderFailure,
  patience,
  reindex = (trx) => rebuildSearchIndex(trx),
  visitor = nobody,
  harvests = { mayBeOpen: visitor.mayBeOpen, ask: async () => 'refused-address' },
  xzufi = {
    folder: tmpdir(),
    write: (version, path) => publishXzufi(database.db, { version, path, now: now() }),
  },
  outside = { services: [], ask: async () => undefined },
  searches,
  proxies,
  measure,
  isTraced = false,
  metrics,
  uploads = usualUploads(),
  widgets,
  keptReleases,
  demoSite,
}: AppParts): Hono<Env> {
  const { db, reads, writeIfFree, writeUnseen } = database
  const edits = { db, now, writeIfFree, writeUnseen, publicUrl, signIn, patience }
  const signIns = { ...edits, random: randomBytes, passwords, providers, onProviderFailure, proxies }
  const kinds = editKinds({ now, reindex })
  const found = { publicUrl: publicUrlOf(publicUrl), remember: createMemory(watch) }
  const jobs = { add: addJob, remove: removeJob, setDue, list: listJobs }
  const api = createRouter()
  const domains = [
    placesRoutes({ db: reads }),
    directoryRoutes({ db: reads, now }),
    unitListRoutes({ db: reads }),
    // Before people, who would take /people/records for somebody of that id.
    personRecordRoutes(edits),
    peopleRoutes({ db: reads, now }),
    // Before services, which would take /services/suggest and /services/records for services of those ids.
    serviceRecordRoutes(edits),
    wayfindingRoutes({ db: reads, now, remember: createMemory(watch), searches, proxies, publicUrl }),
    servicesRoutes({ db: reads, now, remember: createMemory(watch) }),
    responsibilityRoutes({ db: reads, now, remember: createMemory(watch) }),
    vocabularyRoutes({ db: reads, now, ...found }),
    dcatRoutes({ db: reads, ...found }),
    sourceRoutes({ db: reads }),
    searchInsightRoutes(edits),
    linkReportRoutes(edits),
    importRoutes({ ...edits, ...uploads }),
    geoOfficeRoutes(edits),
    outsideRoutes(outside),
    harvestRoutes({ ...edits, jobs, visitor: harvests, node: async () => (await feedState(db))?.node }),
    responsibilityReportRoutes({ ...edits, remember: createMemory(watch) }),
    accessRoutes(edits),
    editRoutes(edits, kinds),
    historyRoutes({ ...edits, kinds, names: subjectNames(db) }),
    draftRoutes({ ...edits, kinds, names: subjectNames(db) }),
    changesRoutes(edits),
    xzufiRoutes({ ...xzufi, now, state: async () => Object.values(await headOf(db)).join(':') }),
    subscriptionRoutes({
      ...edits,
      visitor,
      jobs,
      noteSearch: reindex,
    }),
    signInRoutes(signIns),
    secondStepRoutes(signIns),
    providerRoutes(signIns),
    sessionRoutes(signIns),
    accountRoutes(signIns),
    clerkRoutes(signIns),
    tokenRoutes(signIns),
    authorityRoutes(signIns),
    fourEyesRoutes(signIns),
  ]
  domains.forEach((routes) => api.route('/', routes))

  const app = createRouter()
  if (isTraced) app.use(traced)
  if (measure) app.use(measured(measure))
  app.use(answers(cache, watch.look), limits)
  app.route('/api/v1', api)
  describeApi(app)
  app.route('/', healthRoutes({ databases: [db, reads], isReady }))
  if (metrics) app.route('/', metricsRoutes(metrics))
  app.route(
    '/',
    pageRoutes(() => app),
  )
  // Behind a plain router: the standard has a document of its own, and ours tells of no other surface.
  app.get('/hsds/', (c) => c.redirect('/hsds', 301))
  app.route('/hsds', new Hono<Env>().route('/', hsdsRoutes({ db: reads, now, ...found })))
  app.get('/ogc/', (c) => c.redirect('/ogc', 301))
  const geodata = { db: reads, now, ...found }
  const node = async () => (await feedState(db)) ?? writeNow(edits)((trx) => ensureFeedState(trx, newNodeId))
  app.route('/ogc', geodataChangesRoutes({ ...geodata, node }))
  app.route('/ogc', ogcRoutes({ ...geodata, show: showOgcPage }))
  app.route('/', securityRoutes({ now, contact: securityContact, publicUrl }))
  app.route('/', discoveryRoutes({ db: reads, now, hasWidgets: widgets !== undefined, ...found }))
  app.route('/', servicePageRoutes({ db: reads, now, ...found }))
  app.route('/', embedRoutes({ db: reads, now, ...found }))
  app.route('/', oembedRoutes({ db: reads, ...found }))
  app.route('/', fileRoutes({ widgets, keptReleases, publicUrl: publicUrlOf(publicUrl), demoSite }))
  app.notFound(notFound)
  app.onError(onError(report))
  return app
}
