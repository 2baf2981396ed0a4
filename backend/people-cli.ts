import { readFileSync } from 'node:fs'
import {
  type Authority,
  ensureSource,
  findAuthority,
  ownRegions,
  recorded,
  sourceIdOf,
  waiting,
} from './access/index.ts'
import type { Workplace } from './authority-cli.ts'
import type { Db, Trx } from './database/database.ts'
import {
  applyPeopleImport,
  exportedPeople,
  germanDayOf,
  newPersonId,
  peopleCsv,
  type PeoplePlan,
  planCounts,
  planPeopleImport,
  readPeopleCsv,
  unitFinder,
} from './directory/index.ts'
import { ImportError } from './import/index.ts'
import { demandFilled, readArguments, UsageError } from './usage-error.ts'

export const peopleHelp = `  amtsweg people import <csv> --authority <id> [--dry-run] [--complete] [--force]
      who is missing is withdrawn with --complete only; fields edited at the desk and consents stay as they are
  amtsweg people export --authority <id>            as CSV that can be imported again`

const authority = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const
const importOptions = { authority, 'dry-run': flag, complete: flag, force: flag } as const

/** Lists of people as offices keep them. */
export async function peopleCommand(args: readonly string[], place: Workplace): Promise<void> {
  const [command, ...rest] = args
  const taken = (words: number) => ({ command: `people ${command}`, words })
  if (command === 'import') {
    const { values, positionals } = readArguments(rest, importOptions, taken(1))
    demandFilled(values)
    if (!positionals[0]) throw new UsageError('Which file of people shall be imported?')
    return importPeople(positionals[0], values, place)
  }
  if (command === 'export') {
    const { values } = readArguments(rest, { authority }, taken(0))
    const { id } = await authorityNamed(place.db, values.authority)
    return place.say(peopleCsv(await exportedPeople(place.db, id)).trimEnd())
  }
  throw new UsageError(command ? `There is no command "people ${command}".` : 'What about people?')
}

async function importPeople(
  file: string,
  values: ReturnType<typeof readArguments<typeof importOptions>>['values'],
  { db, say, now }: Workplace,
): Promise<void> {
  const owner = await authorityNamed(db, values.authority)
  const today = germanDayOf(now())
  const read = readPeopleCsv(bytesOf(file), { unitOf: await ownUnitFinder(db, owner), today })
  say(`Read, cut at ${JSON.stringify(read.delimiter)}: ${read.people.length} people.`)
  if (read.unknown.length > 0) say(`Nobody reads the columns ${read.unknown.join(', ')}.`)
  for (const { line, reason } of read.rejected) say(`Line ${line} is left out: ${reason}.`)
  const options = {
    ...{
      source: sourceIdOf(owner.id),
      origin: 'csv' as const,
      people: read.people,
      keys: read.keys,
      newId: newPersonId,
    },
    ...{ complete: values.complete ?? false, force: values.force ?? false },
  }
  if (values['dry-run']) {
    say(summary(await planPeopleImport(db, options)))
    return say('Nothing was changed (--dry-run).')
  }
  say(summary(await takePeople(db, { owner, now: now() }, options)))
}

/** Finds offices of an authority by what a list says of them. */
export const ownUnitFinder = async (db: Db, owner: Authority) =>
  unitFinder(db, { regionKey: owner.regionKey, owns: await ownRegions(db, owner) })

/** Plans and applies in one transaction, and records that it was done. */
export async function takePeople(
  db: Db,
  { owner, now }: { readonly owner: Authority; readonly now: Date },
  options: Parameters<typeof planPeopleImport>[1],
  also: (trx: Trx) => Promise<void> = async () => {},
): Promise<PeoplePlan> {
  const at = now.toISOString()
  return recorded(waiting(db), { token: null, authority: owner.id }, at, async (trx) => {
    await ensureSource(trx, owner, at)
    const plan = await planPeopleImport(trx, options)
    await applyPeopleImport(trx, plan, { at: now, today: germanDayOf(now) })
    await also(trx)
    const due = plan.changes.filter(({ kind }) => kind !== 'unchanged')
    const after = due.map(({ kind, id, content }) => ({ kind, id, content }))
    const change = { action: `people.${options.origin}`, subject: owner.id, before: undefined, after }
    return { result: plan, ...(due.length > 0 ? { change } : {}) }
  })
}

export const summary = (plan: PeoplePlan): string =>
  `${Object.entries(planCounts(plan))
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ')}.`

export async function authorityNamed(db: Db, id: string | undefined): Promise<Authority> {
  if (!id) throw new UsageError('Whose people are they (--authority)?')
  const found = await findAuthority(db, id)
  if (!found)
    throw new ImportError(`There is no authority ${id.slice(0, 60)}: "amtsweg authority list" names all.`)
  return found
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw new ImportError(`The file ${file} cannot be read.`, { cause })
  }
}
