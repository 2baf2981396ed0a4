import { type Finding, fine, problem, warning } from './finding.ts'

const day = 24 * 60 * 60_000

/** A source as the last import left it. */
export interface SourceAge {
  readonly id: string
  readonly name: string
  readonly invented: boolean
  /** RFC 3339 UTC. */
  readonly importedAt: string
  /** Where this server looks for newer files by itself. */
  readonly refresh?: { readonly everySeconds: number; readonly checkedAt: string }
}

/** A source may be late by half its interval: attempts are spread, and one may fail. */
const lateness = 1.5

/** Since when a source may count as neglected, and whether it does. */
function isOld({ importedAt, refresh }: SourceAge, days: number, now: Date): boolean {
  if (!refresh) return now.getTime() - Date.parse(importedAt) > days * day
  return now.getTime() - Date.parse(refresh.checkedAt) > lateness * refresh.everySeconds * 1_000
}

/**
 * Sources that were not looked after for longer than they may: their own interval where there is a schedule, else so many days since
 * the last import. Demo data is made up and never old.
 */
export function sourcesFinding(sources: readonly SourceAge[], days: number, now: Date): Finding {
  const real = sources.filter(({ invented }) => !invented)
  const old = real.filter((source) => isOld(source, days, now))
  if (sources.length === 0)
    return problem('sources', 'There are no data yet', 'Import some: amtsweg import --all <folder>')
  if (old.length === 0)
    return fine('sources', `${real.length} sources, none older than ${days} days or its own interval`)
  const list = old
    .map(({ id, importedAt, refresh }) => `${id} (${(refresh?.checkedAt ?? importedAt).slice(0, 10)})`)
    .join(', ')
  return warning(
    'sources',
    `${old.length} of ${real.length} sources are older than ${days} days or their own interval: ${list}`,
    'Fetch newer files and import them (docs/guides/data.md tells where they are), let the server do it (amtsweg schedule), or say --source-days for how long they may be old.',
  )
}

/** Invented data must not be taken for the truth by citizens. */
export function demoFinding(sources: readonly SourceAge[], publicUrl: string | undefined): Finding {
  const invented = sources.filter((source) => source.invented)
  if (invented.length === 0) return fine('demo', 'There are no invented data')
  const what = `${invented.length} sources are invented: ${invented.map(({ id }) => id).join(', ')}`
  if (!publicUrl) return fine('demo', what)
  return warning('demo', what, 'Import your own data in their place: citizens can see these.')
}

/** Links that readers are told to lead nowhere. */
export function linksFinding(counts: Readonly<Record<string, number | undefined>>, isOn: boolean): Finding {
  const dead = (counts['dead'] ?? 0) + (counts['unsafe'] ?? 0)
  const looked = Object.entries(counts).reduce(
    (sum, [verdict, count]) => sum + (verdict === 'new' ? 0 : (count ?? 0)),
    0,
  )
  if (dead > 0)
    return warning('links', `${dead} links are dead or unsafe`, 'See which, and where: amtsweg links report')
  if (looked > 0) return fine('links', `${looked} links looked at, none dead`)
  return fine(
    'links',
    isOn ? 'No link was looked at yet' : 'Links are not looked at (AMTSWEG_LINK_CHECK=off)',
  )
}

/** Scheduled work that fails again and again. */
export function jobsFinding(
  failing: readonly { readonly name: string; readonly failures: number }[],
): Finding {
  if (failing.length === 0) return fine('jobs', 'No scheduled work is failing')
  const list = failing.map(({ name, failures }) => `${name} (${failures} times)`).join(', ')
  return warning('jobs', `Scheduled work fails: ${list}`, 'Look for "job-failed" in the log of the server.')
}

/** A scheduled import as the doctor sees it. */
export interface ScheduleState {
  readonly name: string
  readonly paused: number
  readonly held: number
  readonly error: string | null
}

/** Scheduled imports that do not bring what they should. */
export function schedulesFinding(schedules: readonly ScheduleState[]): Finding {
  const working = schedules.filter(({ paused }) => !paused)
  const bad = working.filter(({ error }) => error !== null)
  const resting = schedules.length - working.length
  if (bad.length === 0)
    return fine(
      'schedules',
      schedules.length === 0
        ? 'Nothing is imported by itself'
        : `${working.length} scheduled imports work, ${resting} are paused`,
    )
  const list = bad.map(({ name, held, error }) => `${name} (${held ? 'held back: ' : ''}${error})`).join(' ')
  return warning(
    'schedules',
    `${bad.length} of ${working.length} scheduled imports failed last: ${list}`,
    'The data there are stay. Look at the file or the address: amtsweg schedule list; try again: amtsweg schedule run <name>; what is held back and right: --accept.',
  )
}
