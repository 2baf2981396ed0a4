import { siteUses } from '@amtsweg/contract'
import {
  type Authority,
  authorityIdForm,
  AuthoritySettings,
  findAuthority,
  listAuthorities,
  readOrigin,
  recorded,
  saveAuthority,
  waiting,
  wholeTown,
  writtenOrigin,
} from './access/index.ts'
import type { Db } from './database/database.ts'
import { ImportError } from './import/index.ts'
import { parentsOf, resolveArea } from './places/index.ts'
import { readArguments, UsageError } from './usage-error.ts'

export const authorityHelp = `  amtsweg authority add <id> --area <key> [--name <German name>] [settings]
  amtsweg authority set <id> [settings]
  amtsweg authority list [--json]
      settings: --name <German name> --name-in <lang>=<name> ... --logo <https address> --language <lang> ...
                --holidays <Land, 2 digits> --four-eyes <yes or no: whether a second person looks before anything is published>
                --origin <https://www.example.de>[=<what it may use>,...] ...
                (an empty --origin or --logo takes back)
      a website may use: ${siteUses.join(', ')}; without a list everything`

/** What a command works with. */
export interface Workplace {
  readonly db: Db
  readonly say: (line: string) => void
  readonly now: () => Date
}

const many = { type: 'string', multiple: true } as const
const one = { type: 'string' } as const
const settingOptions = {
  name: one,
  'name-in': many,
  logo: one,
  language: many,
  holidays: one,
  'four-eyes': one,
  origin: many,
} as const
const addOptions = { ...settingOptions, area: one } as const
type Settings = ReturnType<typeof readArguments<typeof settingOptions>>['values']

/** Which bodies keep their own part of the data, and how they want to be shown. */
export async function authorityCommand(args: readonly string[], place: Workplace): Promise<void> {
  const [command, ...rest] = args
  const taken = (words: number) => ({ command: `authority ${command}`, words })
  if (command === 'add') {
    const { values, positionals } = readArguments(rest, addOptions, taken(1))
    return add(positionals[0], values, place)
  }
  if (command === 'set') {
    const { values, positionals } = readArguments(rest, settingOptions, taken(1))
    return set(positionals[0], values, place)
  }
  if (command === 'list') {
    const { values } = readArguments(rest, { json: { type: 'boolean' } } as const, taken(0))
    return list(values.json ?? false, place)
  }
  throw new UsageError(command ? `There is no command "authority ${command}".` : 'What about authorities?')
}

async function add(
  id: string | undefined,
  { area: key, ...values }: Settings & { readonly area?: string | undefined },
  { db, say, now }: Workplace,
): Promise<void> {
  if (!id || !authorityIdForm.test(id))
    throw new UsageError('The id of an authority is small letters, digits and hyphens, at most 60.')
  if (!key) throw new UsageError('Which area does it administer (--area)?')
  const [area] = (await resolveArea(db, key))?.areas ?? []
  if (!area) throw new ImportError(`There is no area ${key.slice(0, 40)}: import the areas first.`)
  const regionKey = wholeTown(area, await parentsOf(db, area.regionKey))
  const names = { de: area.name }
  const initial = {
    names,
    languages: ['de'],
    holidaysLand: regionKey.slice(0, 2),
    fourEyes: false,
    origins: [],
  }
  const authority = { id, regionKey, ...checked(changed(initial, values)) }
  const at = now().toISOString()
  await recorded(waiting(db), { token: null, authority: id }, at, async (trx) => {
    const known = await listAuthorities(trx)
    const other = known.find((known) => known.id === id || known.regionKey === regionKey)
    if (other) throw new ImportError(`${other.id} is there already, for ${other.regionKey}.`)
    await saveAuthority(trx, authority, at)
    return { result: undefined, change: change('authority.add', id, undefined, authority) }
  })
  say(`${id} now administers ${regionKey} (${authority.names['de']})`)
}

async function set(id: string | undefined, values: Settings, { db, say, now }: Workplace): Promise<void> {
  if (!id) throw new UsageError('Which authority shall be changed?')
  const at = now().toISOString()
  await recorded(waiting(db), { token: null, authority: id }, at, async (trx) => {
    const before = await findAuthority(trx, id)
    if (!before) throw new ImportError(`There is no authority ${id.slice(0, 60)}.`)
    const after: Authority = { id, regionKey: before.regionKey, ...checked(changed(before, values)) }
    await saveAuthority(trx, after, at)
    return { result: undefined, change: change('authority.set', id, before, after) }
  })
  say(`${id} is changed`)
}

const change = (action: string, subject: string, before: unknown, after: unknown) => ({
  action,
  subject,
  before,
  after,
})

/** Settings with what was said put in its place, not yet checked. */
function changed({ names, logoUrl, ...rest }: AuthoritySettings, said: Settings): unknown {
  const logo = said.logo ?? logoUrl
  return {
    names: { ...names, ...(said.name ? { de: said.name } : {}), ...namesIn(said['name-in'] ?? []) },
    ...(logo ? { logoUrl: logo } : {}),
    languages: said.language ?? rest.languages,
    holidaysLand: said.holidays ?? rest.holidaysLand,
    fourEyes: said['four-eyes'] === undefined ? rest.fourEyes : isYes(said['four-eyes']),
    origins: said.origin?.filter(Boolean).map(readOrigin) ?? rest.origins,
  }
}

function isYes(word: string): boolean {
  if (word !== 'yes' && word !== 'no') throw new UsageError('--four-eyes takes yes or no.')
  return word === 'yes'
}

const namesIn = (pairs: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    pairs.map((pair) => {
      const [lang = '', ...name] = pair.split('=')
      if (name.length === 0) throw new UsageError('--name-in takes a language and a name, such as en=Wismar.')
      return [lang, name.join('=')]
    }),
  )

function checked(settings: unknown): AuthoritySettings {
  const result = AuthoritySettings.safeParse(settings)
  if (result.success) return result.data
  throw new UsageError(result.error.issues.map(({ message }) => `${message}.`).join(' '))
}

async function list(json: boolean, { db, say }: Workplace): Promise<void> {
  const authorities = await listAuthorities(db)
  if (json) return say(JSON.stringify(authorities, undefined, 2))
  for (const { id, regionKey, names, languages, origins } of authorities)
    say(
      [id, regionKey, names['de'], languages.join(','), origins.map(writtenOrigin).join(' ')]
        .join('\t')
        .trimEnd(),
    )
  if (authorities.length === 0) say('No authority is registered yet.')
}
