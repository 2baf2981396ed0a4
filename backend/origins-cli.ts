import { domainToUnicode } from 'node:url'
import {
  type Authority,
  type EmbeddingCount,
  findAuthority,
  listAuthorities,
  listEmbeddings,
} from './access/index.ts'
import type { Db } from './database/database.ts'
import { csvCell, ImportError } from './import/index.ts'
import { germanDay } from './services/index.ts'
import { readArguments, UsageError } from './usage-error.ts'

export const originsHelp = `  amtsweg origins [--authority <id>] [--month <2026-11>] [--csv | --json]
      which websites embed which widget and how often they asked; an authority's: about its area, or from its websites`

/** What the command works with. */
export interface OriginsWorkplace {
  readonly db: Db
  readonly say: (line: string) => void
  readonly now: () => Date
}

const options = {
  authority: { type: 'string' },
  month: { type: 'string' },
  csv: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

/** Shows which websites embed widgets, without persons. */
export async function originsCommand(args: readonly string[], place: OriginsWorkplace): Promise<void> {
  const { values } = readArguments(args, options, { command: 'origins', words: 0 })
  const { authority: id, month, csv, json } = values
  if (csv && json) throw new UsageError('Either --json or --csv.')
  if (month !== undefined && !/^20\d\d-(?:0[1-9]|1[0-2])$/.test(month))
    throw new UsageError('--month takes a year and a month, such as 2026-11.')
  const { db, say, now } = place
  const authorities = await listAuthorities(db)
  const authority = id === undefined ? undefined : await findAuthority(db, id)
  if (id !== undefined && !authority) throw new ImportError(`There is no authority ${id.slice(0, 60)}.`)
  const counts = await listEmbeddings(db, { authority, period: month })
  const lines = counts.map((count) => toLine(count, authorities))
  if (json) return say(JSON.stringify(lines, undefined, 2))
  if (csv) return say([csvHead, ...lines.map(toCsv)].join('\n'))
  say(table(lines).join('\n'))
  const period = month ?? germanDay(now()).slice(0, 7)
  const asked = new Set(counts.filter((one) => one.period === period).map(({ host }) => host))
  const silent = silentSites(authority ? [authority] : authorities, asked)
  if (silent.length > 0) say(`\nRegistriert, aber im Monat ${period} nicht gezählt: ${silent.join(', ')}`)
}

interface Line extends EmbeddingCount {
  /** Who keeps the area that was asked about; '' = nobody, or no area was named. */
  readonly authority: string
  /** Who has registered the website. */
  readonly registeredBy: readonly string[]
}

function toLine(count: EmbeddingCount, authorities: readonly Authority[]): Line {
  const owner = authorities.find(({ regionKey }) => regionKey === count.regionKey)
  const registered = authorities.filter(({ origins }) =>
    origins.some(({ origin }) => new URL(origin).hostname === count.host),
  )
  return { ...count, authority: owner?.id ?? '', registeredBy: registered.map(({ id }) => id) }
}

const csvHead = 'month,host,widget,area,authority,requests,registered_by'

const toCsv = ({ period, host, widget, regionKey, authority, requests, registeredBy }: Line): string =>
  [period, host, widget, regionKey ?? '', authority, requests, registeredBy.join(' ')].map(csvCell).join(',')

const heads = ['Monat', 'Website', 'Widget', 'Gebiet von', 'Abrufe', 'Registriert von'] as const

function table(lines: readonly Line[]): readonly string[] {
  if (lines.length === 0)
    return ['Noch keine Website gezählt: Sichtbar wird sie, wenn aus fünf Netzen Abrufe kamen.']
  const rows = lines.map(({ period, host, widget, authority, requests, registeredBy }) => [
    period,
    domainToUnicode(host) || host,
    widget,
    authority || '-',
    requests.toLocaleString('de-DE'),
    registeredBy.join(', ') || 'niemandem',
  ])
  const widths = heads.map((head, index) => Math.max(head.length, ...rows.map((row) => row[index]!.length)))
  const isNumber = (index: number) => heads[index] === 'Abrufe'
  return [heads, ...rows].map((row) =>
    row
      .map((cell, index) => (isNumber(index) ? cell.padStart(widths[index]!) : cell.padEnd(widths[index]!)))
      .join('  ')
      .trimEnd(),
  )
}

/** An origin with the letters that people read in the address line. */
function readable(origin: string): string {
  const { protocol, hostname, port } = new URL(origin)
  return `${protocol}//${domainToUnicode(hostname) || hostname}${port && `:${port}`}`
}

/** Registered websites nothing was counted from. */
const silentSites = (authorities: readonly Authority[], asked: ReadonlySet<string>): readonly string[] =>
  authorities.flatMap(({ id, origins }) =>
    origins
      .filter(({ origin }) => !asked.has(new URL(origin).hostname))
      .map(({ origin }) => `${readable(origin)} (${id})`),
  )
