import { type Finding, fine, problem, warning } from './finding.ts'

const day = 24 * 60 * 60_000

/** A source as the last import left it. */
export interface SourceAge {
  readonly id: string
  readonly name: string
  readonly invented: boolean
  /** RFC 3339 UTC. */
  readonly importedAt: string
}

/** Sources that were not imported for longer than they may. Demo data is made up and never old. */
export function sourcesFinding(sources: readonly SourceAge[], days: number, now: Date): Finding {
  const real = sources.filter(({ invented }) => !invented)
  const old = real.filter(({ importedAt }) => now.getTime() - Date.parse(importedAt) > days * day)
  if (sources.length === 0)
    return problem('sources', 'There are no data yet', 'Import some: amtsweg import --all <folder>')
  if (old.length === 0) return fine('sources', `${real.length} sources, none older than ${days} days`)
  const list = old.map(({ id, importedAt }) => `${id} (${importedAt.slice(0, 10)})`).join(', ')
  return warning(
    'sources',
    `${old.length} of ${real.length} sources were not imported for ${days} days: ${list}`,
    'Fetch newer files and import them (docs/guides/data.md tells where they are), or say --source-days for how long they may be old.',
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
