import { randomBytes, randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createEmbeddingCounter, headOf, inviteFirst } from './access/index.ts'
import { type Configuration, ConfigurationError, readConfiguration } from './configuration.ts'
import { openDatabase } from './database/database.ts'
import { databaseFile, shownAddress } from './database/database-address.ts'
import { watchVersion } from './database/version-watch.ts'
import { writeSoon } from './database/write-soon.ts'
import { loadDemoGeodata } from './demo-geodata.ts'
import { refreshUnitSearch } from './directory/index.ts'
import { type InTransaction } from './geodata/index.ts'
import { geodataJob } from './geodata-job.ts'
import { gonePeopleJob } from './gone-people-job.ts'
import { dueHarvests } from './harvest-run.ts'
import { harvestVisitor } from './harvest-visitor.ts'
import { historyJob } from './history-job.ts'
import { createAnswerCache } from './http/answer-cache.ts'
import { createApp } from './http/app.ts'
import { drain } from './http/drain.ts'
import { editKinds } from './http/edit-kinds.ts'
import { noteEmbeddings } from './http/embeddings.ts'
import { createLog, describeError } from './http/log.ts'
import { publishDue } from './http/publish-draft.ts'
import { createServer } from './http/server.ts'
import { openTraffic } from './http/traffic.ts'
import { ImportError } from './import/index.ts'
import { createImportEvents } from './intake/index.ts'
import { oidcProvider } from './integration/oidc.ts'
import { startJobs, systemClock } from './jobs/index.ts'
import { ldapJob } from './ldap-job.ts'
import { linkCheckParts, linkJob } from './link-job.ts'
import { explainServer } from './operation/database-server.ts'
import { keepRelease } from './operation/keep-release.ts'
import { explainDisk, OperationError } from './operation/operation-error.ts'
import { upgradeDatabase } from './operation/upgrade.ts'
import { outsideParts } from './outside-settings.ts'
import { runAside, runCommand } from './own-program.ts'
import { derivations, planFolder } from './profiles.ts'
import { programVersion } from './program-version.ts'
import { readProviders } from './provider-settings.ts'
import { keepPublishing } from './publishing-keeper.ts'
import { recordedImport } from './recorded-import.ts'
import { startSchedules } from './schedule-runner.ts'
import { keepSearchIndex } from './search-index-keeper.ts'
import { germanDay } from './services/index.ts'
import { dueSubscriptions } from './subscription-due.ts'
import { nodeVisitor } from './subscription-visit.ts'
import { startTraces } from './traffic/start-traces.ts'
import { upgradeOrder } from './upgrade-order.ts'
import { startUploads } from './upload-runner.ts'
import {
  createAskers,
  createSearchCounter,
  noteSearchChange,
  refreshSearchIndex,
} from './wayfinding/index.ts'

/** Milliseconds between writings of counts: each makes the server forget the answers it remembers, and a power cut loses as much. */
const countInterval = 5 * 60_000

/** Milliseconds between two notes of where the trail of changes ends: what the log host has, nobody here can make undone. */
const noteInterval = 24 * 60 * 60_000

const root = join(import.meta.dirname, '..')
const demoData = join(root, 'demo-site', 'data')
const say = (message: string) => console.log(message)
const log = createLog(
  (line) => console.error(line),
  () => new Date(),
)

async function start(): Promise<void> {
  const configuration = readConfiguration(process.env)
  const { providersFile } = configuration
  const providers =
    providersFile === undefined ? [] : readProviders(providersFile).map((one) => oidcProvider(one))
  const database = openDatabase(configuration.databaseUrl, configuration)
  const applied = await upgradeDatabase({
    ...upgradeOrder(configuration, { now: () => new Date(), say }),
    database,
  })
  const address = shownAddress(configuration.databaseUrl)
  say(`Database ${address}: ${applied.length > 0 ? `${applied.length} migrations applied` : 'up to date'}`)

  const sources = await database.db.selectFrom('source').select('id').limit(1).execute()
  if (configuration.demo === 'auto' && sources.length === 0) {
    say('The database is empty: loading demo data of the model region Westmecklenburg')
    const { steps } = planFolder(demoData)
    await recordedImport(database.db, steps, {
      by: 'start',
      clock: systemClock,
      derivations,
      onProgress: say,
    })
  }

  const inTransaction: InTransaction = (work) => database.db.transaction().execute(work)
  if (configuration.demo === 'auto' && sources.length === 0)
    await loadDemoGeodata({
      ...{ db: database.db, inTransaction, now: new Date(), folder: join(demoData, 'geodata') },
    })

  if (await refreshSearchIndex(database.db)) say('The search index was made anew for this version')
  if (await refreshUnitSearch(database.db)) say('The list of offices was made anew for this version')

  const traced = configuration.traffic.traces
  const traces = traced && (await startTraces({ ...traced, version: programVersion, instance: randomUUID() }))

  // Before anybody can be given a script that names this release: another server beside this one may be asked for its files.
  try {
    keepRelease(join(root, 'dist'), configuration.releaseFolder, new Date())
  } catch (error) {
    log('error', 'release-not-kept', describeError(error))
  }

  const { links, imports } = configuration
  const own = { db: database.db, write: writeSoon(database.writeIfFree), clock: systemClock }
  const uploads = startUploads({
    ...own,
    run: (id, holder, signal, onLine) => runAside(['upload', id, '--as', holder], signal, onLine),
    report: (error) => log('error', 'uploads-failed', describeError(error)),
  })
  const events = createImportEvents()

  let ready = true
  const watch = watchVersion(database)
  await watch.look()
  const cache = createAnswerCache(watch)
  const searches = configuration.countSearches
    ? createSearchCounter({ database, now: () => new Date(), random: randomBytes })
    : undefined
  const websites = configuration.countWebsites
    ? createEmbeddingCounter({
        database,
        askers: createAskers({ random: randomBytes }),
        today: () => germanDay(new Date()),
      })
    : undefined
  const writeCounts = async () => {
    for (const counter of [searches, websites])
      await counter
        ?.write()
        .catch((error: unknown) => log('error', 'counts-not-written', describeError(error)))
  }
  await writeCounts()
  setInterval(() => void writeCounts(), countInterval).unref()
  const traffic = await openTraffic({
    settings: configuration.traffic,
    database,
    now: () => new Date(),
    report: (error) => log('error', 'rates-not-shared', describeError(error)),
  })
  const exporting = new AbortController()
  const app = createApp({
    database,
    watch,
    cache,
    reindex: noteSearchChange,
    visitor: nodeVisitor(database.db, configuration.links),
    harvests: harvestVisitor(configuration.links),
    outside: outsideParts(configuration),
    xzufi: {
      folder: dirname(databaseFile(configuration.databaseUrl) ?? join(tmpdir(), 'amtsweg')),
      write: (version, path) =>
        runCommand(['export', 'xzufi', path, '--version', version, '--published'], exporting.signal),
    },
    searches,
    proxies: traffic.proxies,
    measure: traffic.measure,
    isTraced: traces !== undefined,
    metrics: traffic.metrics,
    uploads: { maxBytes: imports.maxUploadBytes, maxHeldBytes: imports.maxHeldBytes, work: uploads, events },
    isReady: () => ready,
    publicUrl: configuration.publicUrl,
    securityContact: configuration.securityContact,
    signIn: configuration.signIn,
    providers,
    onProviderFailure: (failure) => log('warn', 'provider-sign-in-failed', { ...failure }),
    report: (error, requestId) => log('error', 'request-failed', { requestId, ...describeError(error) }),
    widgets: join(root, 'dist'),
    keptReleases: configuration.releaseFolder,
    demoSite: join(root, 'demo-site'),
  })
  // The first reader should not wait for the search catalogue to be loaded.
  await app.request('/api/v1/services/suggest?q=a')
  const { proxies } = traffic
  const { publicUrl } = configuration
  const onAsked = websites && noteEmbeddings({ counter: websites, proxies, publicUrl })
  const server = createServer(app, cache, { ...traffic.server, ...(onAsked ? { onAsked } : {}) })
  await listen(server, configuration)
  const listening = server.address()
  const port = typeof listening === 'object' && listening ? listening.port : configuration.port
  const name = configuration.host === '127.0.0.1' ? 'localhost' : configuration.host

  const noteTrail = async () => {
    const { seq, hash } = await headOf(database.db)
    if (seq > 0) log('info', 'audit-trail', { end: `${seq}:${hash}` })
  }
  const failed = (error: unknown) => log('error', 'audit-trail-not-noted', describeError(error))
  void noteTrail().catch(failed)
  setInterval(() => void noteTrail().catch(failed), noteInterval).unref()

  const index = keepSearchIndex({
    ...own,
    holder: randomUUID(),
    refresh: (signal) => runCommand(['index'], signal),
    report: (error) => log('error', 'search-index-not-made', describeError(error)),
  })
  const due = {
    db: database.db,
    write: own.write,
    now: () => new Date(),
    kinds: editKinds({ now: () => new Date(), reindex: noteSearchChange }),
  }
  const publishing = keepPublishing({
    ...own,
    holder: randomUUID(),
    publish: (signal) => publishDue(due, signal),
    report: (error) => log('error', 'drafts-not-published', describeError(error)),
  })
  const jobs = startJobs({
    ...own,
    holder: randomUUID(),
    jobs: [
      historyJob(own, configuration.historyDays),
      geodataJob(own),
      gonePeopleJob(own),
      ...(links.on
        ? [
            linkJob(linkCheckParts(own, links), links, (round) => {
              if (round.unclear) log('warn', 'no-link-answered', { ...round })
            }),
          ]
        : []),
      ...(configuration.ldapFile ? [ldapJob((signal) => runCommand(['ldap', 'sync'], signal))] : []),
    ],
    report: (job, error) => log('error', 'job-failed', { job, ...describeError(error) }),
  })

  const schedules = imports.on
    ? startSchedules({
        ...own,
        run: (name, holder, signal) => runAside(['schedule', 'run', name, '--due', '--as', holder], signal),
        report: (error) => log('error', 'schedules-failed', describeError(error)),
      })
    : undefined

  const subscriptions = imports.on
    ? startSchedules({
        ...own,
        work: dueSubscriptions,
        pause: 5_000,
        run: (id, holder, signal) => runAside(['subscription', 'sync', id, '--due', '--as', holder], signal),
        report: (error) => log('error', 'subscriptions-failed', describeError(error)),
      })
    : undefined

  const harvests = imports.on
    ? startSchedules({
        ...own,
        work: dueHarvests,
        run: (id, holder, signal) =>
          runAside(['geodata', 'harvest', 'run', id, '--due', '--as', holder], signal),
        report: (error) => log('error', 'harvests-failed', describeError(error)),
      })
    : undefined

  const stop = (signal: string) => {
    if (!ready) return
    ready = false
    log('info', 'stopping', { signal })
    // Else each would be waited for as long as its import takes.
    events.close()
    void Promise.all([
      // A file that nobody waits for any more would keep this process.
      drain(server, configuration.drainSeconds * 1_000).then(() => exporting.abort()),
      jobs.stop(),
      schedules?.stop(),
      subscriptions?.stop(),
      harvests?.stop(),
      uploads.stop(),
      index.stop(),
      publishing.stop(),
    ])
      .then(writeCounts)
      .then(traffic.stop)
      .then(() => database.close())
      .then(() => traces?.stop())
      .then(() => log('info', 'stopped'))
  }
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.on('SIGINT', () => stop('SIGINT'))
  // A terminal that is closed: what is asked is answered then too.
  process.on('SIGHUP', () => stop('SIGHUP'))
  const first = await inviteFirst(database.db, { random: randomBytes, now: new Date() })
  if (first)
    say(
      `\nNobody administers this server yet. Whoever opens this link within a day becomes the first administrator:\n  ${publicUrl ?? `http://localhost:${port}`}/desk/welcome#${first.token}`,
    )
  // Only now: who waits for this line may stop us at once.
  say(`\nAmtsweg is ready: http://${name}:${port}\n`)
}

const listen = (server: Server, { port, host, socket }: Configuration) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explainListening(error) ?? error))
    server.listen(socket === undefined ? { port, host } : { fd: socket }, () => resolve())
  })

/** Why nobody can be listened to; undefined for what we did not foresee. */
function explainListening(error: Error): OperationError | undefined {
  const { code = '', syscall, port } = error as { code?: string; syscall?: string; port?: number }
  const because = (words: string) => new OperationError(words, { cause: error })
  if (code === 'EADDRINUSE')
    return because(
      `Port ${port} is taken by another program: stop it, or choose another with PORT=8081 npm start.`,
    )
  if (code === 'EACCES' && syscall === 'listen')
    return because(`Port ${port} may not be used by this user: choose one above 1024 with PORT=8080.`)
  if (code === 'EADDRNOTAVAIL' || syscall === 'getaddrinfo')
    return because(
      'This computer does not have the address in HOST: leave HOST out, or set it to 0.0.0.0 for all addresses.',
    )
  return undefined
}

/** One sentence a person can act on; undefined for what we did not foresee. */
function explain(error: unknown): string | undefined {
  if (error instanceof ConfigurationError || error instanceof ImportError || error instanceof OperationError)
    return error.message
  const failure = explainServer(error)
  if (failure) return failure.message
  const { syscall } = error as { syscall?: string }
  if (syscall === 'mkdir')
    return 'The database file cannot be opened or written: check DATABASE_URL and the rights on its folder.'
  return explainDisk(error, 'The file')?.message
}

// What Node prints by itself repeats the message of the error, and with it what a person may have typed.
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error: unknown) => {
    log('error', 'failed-for-good', describeError(error))
    process.exit(1)
  })

start().catch((error: unknown) => {
  const words = explain(error)
  console.error(words ?? error)
  // What was begun before the failure would keep the process, and nobody would start it anew.
  process.exit(1)
})
