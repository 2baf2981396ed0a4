import { sourceIdOf } from './access/index.ts'
import type { Workplace } from './authority-cli.ts'
import {
  germanDayOf,
  type LdapDirectory,
  newPersonId,
  noteSync,
  peopleOfEntries,
  planPeopleImport,
  syncStateOf,
} from './directory/index.ts'
import { ImportError } from './import/index.ts'
import type { LdapServer } from './integration/ldap-directory.ts'
import { LdapError } from './integration/ldap-directory.ts'
import { type LdapSettings, readLdapSettings } from './ldap-settings.ts'
import { authorityNamed, ownUnitFinder, summary, takePeople } from './people-cli.ts'
import { readArguments, UsageError } from './usage-error.ts'

export const ldapHelp = `  amtsweg ldap sync [--authority <id>] [--complete] [--dry-run] [--force]
      people from the directories in AMTSWEG_LDAP_FILE; what has changed since the last time, once a day everything (--complete)`

const flag = { type: 'boolean', default: false } as const
const options = { authority: { type: 'string' }, complete: flag, 'dry-run': flag, force: flag } as const
type Values = ReturnType<typeof readArguments<typeof options>>['values']

interface LdapPlace extends Workplace {
  readonly settingsFile: string | undefined
  readonly open: (server: LdapServer) => LdapDirectory
}

/** Brings people in step with the directories of their authorities; each alone, all of it or nothing. */
export async function ldapCommand(args: readonly string[], place: LdapPlace): Promise<void> {
  const [command, ...rest] = args
  if (command !== 'sync')
    throw new UsageError(command ? `There is no command "ldap ${command}".` : 'What about LDAP?')
  const { values } = readArguments(rest, options, { command: 'ldap sync', words: 0 })
  if (!place.settingsFile)
    throw new UsageError('AMTSWEG_LDAP_FILE names no file: docs/guides/ldap.md says what stands in it.')
  const all = readLdapSettings(place.settingsFile)
  const wanted =
    values.authority === undefined ? [...all] : [...all].filter(([id]) => id === values.authority)
  if (wanted.length === 0) throw new UsageError('AMTSWEG_LDAP_FILE names no directory of this authority.')
  const failures: string[] = []
  for (const [id, settings] of wanted)
    await sync(id, settings, values, place).catch((error: unknown) => {
      if (!(error instanceof LdapError || error instanceof ImportError)) throw error
      failures.push(`${id}: ${error.message}`)
    })
  if (failures.length > 0) throw new ImportError(failures.join('\n'))
}

async function sync(id: string, settings: LdapSettings, values: Values, place: LdapPlace): Promise<void> {
  const { db, say, open } = place
  const now = place.now()
  const owner = await authorityNamed(db, id)
  const state = await syncStateOf(db, id)
  const isDue =
    !state || now.getTime() - Date.parse(state.completeAt) >= settings.completeEveryHours * 3_600_000
  const isAll = values.complete === true || isDue
  const { attributes, misses, units, server } = settings
  const answer = await open(server)({
    attributes: [...new Set(Object.values(attributes).filter((name) => name !== undefined))],
    ...(isAll || !state?.readUntil ? {} : { since: state.readUntil }),
  })
  const find = await ownUnitFinder(db, owner)
  const read = peopleOfEntries(answer.entries, attributes, (value) => find(units[value] ?? value))
  for (const { line, reason } of read.rejected) say(`${id}: entry ${line} is left out: ${reason}.`)
  if (!answer.isWhole) say(`${id}: a part of the directory lies elsewhere; nobody is withdrawn.`)
  const plan = {
    ...{ source: sourceIdOf(id), origin: 'ldap' as const, people: read.people, keys: read.keys },
    ...{ complete: isAll && answer.isWhole, misses, force: values.force ?? false, newId: newPersonId },
  }
  if (values['dry-run'])
    return say(`${id}: ${summary(await planPeopleImport(db, plan))} Nothing was changed (--dry-run).`)
  const done = await takePeople(db, { owner, now }, plan, (trx) =>
    noteSync(trx, id, {
      readUntil: read.readUntil > (state?.readUntil ?? '') ? read.readUntil : (state?.readUntil ?? ''),
      completeAt: isAll ? now.toISOString() : (state?.completeAt ?? now.toISOString()),
    }),
  )
  say(`${id} (${isAll ? 'everything' : 'changes'}, ${germanDayOf(now)}): ${summary(done)}`)
}
