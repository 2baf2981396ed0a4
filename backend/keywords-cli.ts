import { AreaKey } from '@amtsweg/contract'
import type { Db } from './database/database.ts'
import { csvCell, ImportError, openImportFile, readCsv } from './import/index.ts'
import { resolveArea } from './places/index.ts'
import {
  addLocalKeywords,
  applyLocalKeywords,
  germanDay,
  keywordOf,
  listLocalKeywords,
  removeLocalKeyword,
  servicesNamed,
} from './services/index.ts'
import { readArguments, UsageError } from './usage-error.ts'
import { type KeywordSuggestion, keywordSuggestions, rebuildSearchIndex } from './wayfinding/index.ts'

export const keywordsHelp = `  amtsweg keywords suggest [--area <key>] [--min 5] [--json]
  amtsweg keywords add <keyword> --service <id or Leistungsschluessel> [--lang de] [--authority <name>]
  amtsweg keywords add --file <csv>         with the columns keyword,service
  amtsweg keywords list [--json]
  amtsweg keywords remove <keyword> [--service <id or Leistungsschluessel>]`

/** What a command works with. */
export interface Workplace {
  readonly db: Db
  readonly say: (line: string) => void
  readonly now: () => Date
}

const json = { type: 'boolean', default: false } as const
const service = { type: 'string' } as const
const suggestOptions = { json, area: { type: 'string' }, min: { type: 'string', default: '5' } } as const
const addOptions = {
  service,
  file: { type: 'string' },
  lang: { type: 'string', default: 'de' },
  authority: { type: 'string', default: '' },
} as const

/** The editor's words: what readers miss, and what an authority adds. */
export async function keywordsCommand(args: readonly string[], place: Workplace): Promise<void> {
  const [command, ...rest] = args
  const taken = (words: number) => ({ command: `keywords ${command}`, words })
  if (command === 'suggest') return suggest(readArguments(rest, suggestOptions, taken(0)).values, place)
  if (command === 'add') {
    const { values, positionals } = readArguments(rest, addOptions, taken(1))
    return add(positionals[0], values, place)
  }
  if (command === 'list') return list(readArguments(rest, { json }, taken(0)).values, place)
  if (command === 'remove') {
    const { values, positionals } = readArguments(rest, { service }, taken(1))
    return remove(positionals[0], values, place)
  }
  throw new UsageError(command ? `There is no command "keywords ${command}".` : 'What about keywords?')
}

type SuggestValues = ReturnType<typeof readArguments<typeof suggestOptions>>['values']
type AddValues = ReturnType<typeof readArguments<typeof addOptions>>['values']

/** As CSV that `keywords add --file` reads: whoever edits it keeps, exchanges or empties the service of each line. */
async function suggest({ area: key, min, json }: SuggestValues, { db, say, now }: Workplace): Promise<void> {
  if (!/^\d{1,6}$/.test(min)) throw new UsageError('--min takes a number.')
  const area = key === undefined ? undefined : await knownArea(db, key)
  const suggestions = await keywordSuggestions(db, { area, min: Number(min), day: germanDay(now()) })
  if (json) return say(JSON.stringify(suggestions, undefined, 2))
  say('keyword,service,title,none,unopened,opened,periods,others')
  suggestions.map(csvLine).forEach(say)
}

/** The living region behind a key; searches are counted by what people live in today. */
async function knownArea(db: Db, key: string): Promise<string> {
  const [area] = AreaKey.safeParse(key).success ? ((await resolveArea(db, key))?.areas ?? []) : []
  if (area) return area.regionKey
  throw new UsageError(
    `There is no area ${key.slice(0, 40)} (area-unknown): --area takes the region key of a Land, Kreis, Amt or Gemeinde whose areas are imported, such as 13 or 13074087.`,
  )
}

function csvLine({ text, none, unopened, opened, periods, candidates }: KeywordSuggestion): string {
  const [first, ...others] = candidates
  return [
    text,
    first?.id ?? '',
    first?.title ?? '',
    none,
    unopened,
    opened,
    periods.map((one) => `${one.period}: ${one.none + one.unopened}`).join('; '),
    others.map(({ id, title }) => `${id} (${title})`).join('; '),
  ]
    .map(csvCell)
    .join(',')
}

/** What somebody wants a keyword to lead to, and where it says so. */
interface Wish {
  readonly keyword: string
  readonly service: string
  readonly where: string
}

async function add(
  keyword: string | undefined,
  values: AddValues,
  { db, say, now }: Workplace,
): Promise<void> {
  const wishes = wishesOf(keyword, values)
  const checked = await Promise.all(wishes.map((wish) => check(db, wish)))
  const faults = checked.filter((result) => typeof result === 'string')
  if (faults.length > 0) throw new ImportError(faults.join('\n'))
  const keywords = checked.filter((result) => typeof result !== 'string')
  await change(db, (trx) =>
    addLocalKeywords(
      trx,
      keywords.map((one) => ({
        ...one,
        lang: values.lang ?? 'de',
        authority: values.authority ?? '',
        addedAt: now().toISOString(),
      })),
    ),
  )
  for (const one of keywords) say(`${one.keyword} now leads to ${one.service}`)
}

function wishesOf(keyword: string | undefined, { file, service }: AddValues): readonly Wish[] {
  if (file)
    return readCsv(openImportFile(file), ['keyword', 'service'])
      .filter(({ value }) => value['service'])
      .map(({ line, value }) => ({
        keyword: value['keyword'] ?? '',
        service: value['service'] ?? '',
        where: `Line ${line}: `,
      }))
  if (!keyword || !service) throw new UsageError('Which keyword shall lead to which service (--service)?')
  return [{ keyword, service, where: '' }]
}

async function check(db: Db, wish: Wish): Promise<string | { keyword: string; service: string }> {
  const keyword = keywordOf(wish.keyword)
  if (!keyword) return `${wish.where}"${wish.keyword.slice(0, 130)}" cannot be a keyword.`
  const known = await servicesNamed(db, wish.service)
  if (known.length === 0) return `${wish.where}There is no service ${wish.service}.`
  return { keyword, service: wish.service }
}

async function list({ json }: { readonly json?: boolean }, { db, say }: Workplace): Promise<void> {
  const keywords = await listLocalKeywords(db)
  if (json) return say(JSON.stringify(keywords, undefined, 2))
  for (const { keyword, service, lang, authority, addedAt } of keywords)
    say([keyword, service, lang, addedAt.slice(0, 10), authority].filter(Boolean).join('\t'))
  if (keywords.length === 0) say('No authority has added a keyword yet.')
}

async function remove(
  keyword: string | undefined,
  { service }: { readonly service?: string | undefined },
  { db, say }: Workplace,
): Promise<void> {
  if (!keyword) throw new UsageError('Which keyword shall be removed?')
  let gone = 0
  await change(db, async (trx) => {
    gone = await removeLocalKeyword(trx, keyword, service)
  })
  if (gone === 0)
    throw new ImportError(`No authority has added "${keyword}"; what a state publishes, it alone takes back.`)
  say(`${keyword} no longer leads to ${service ?? `${gone} service${gone > 1 ? 's' : ''}`}`)
}

/** Changes keywords together with what search and the Stichwortverzeichnis make of them. */
const change = (db: Db, work: (trx: Parameters<typeof applyLocalKeywords>[0]) => Promise<void>) =>
  db.transaction().execute(async (trx) => {
    await work(trx)
    await applyLocalKeywords(trx)
    await rebuildSearchIndex(trx)
  })
