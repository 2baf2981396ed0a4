import { type Clerk, ClerkInvite, type ClerkRole, clerkRoles } from '@amtsweg/contract'
import {
  addClerk,
  addInvitation,
  clerkByEmail,
  findAuthority,
  forgetWaysIn,
  hasAdministrator,
  isAdministered,
  listClerks,
  makeId,
  type RandomBytes,
  recorded,
  saveSuspension,
  waiting,
} from './access/index.ts'
import type { Workplace } from './authority-cli.ts'
import type { Db } from './database/database.ts'
import { ImportError } from './import/index.ts'
import { readArguments, UsageError } from './usage-error.ts'

export const clerkHelp = `  amtsweg clerk list [--authority <id>] [--json]
  amtsweg clerk invite --name <name> --email <address> --authority <id> --role <role> ...
  amtsweg clerk invite --administrator [--name <name> --email <address>]
      who administers the whole server; without a name the link of the first start anew
  amtsweg clerk reset <id or e-mail>      takes all ways in away from who has lost one, and gives a new link
  amtsweg clerk suspend|resume <id or e-mail>
      roles: ${clerkRoles.join(', ')}`

const text = { type: 'string' } as const
const inviteOptions = {
  administrator: { type: 'boolean', default: false },
  name: text,
  email: text,
  authority: text,
  role: { type: 'string', multiple: true },
} as const
const listOptions = { authority: text, json: { type: 'boolean' } } as const

interface ClerkWorkplace extends Workplace {
  readonly random: RandomBytes
  /** Where the desk is reached, without a path: begins the links. */
  readonly address: string
}

/** Who can sign in at the desk, for who sits at the server: also where nobody can sign in any more. */
export async function clerkCommand(args: readonly string[], place: ClerkWorkplace): Promise<void> {
  const [command, ...rest] = args
  const taken = (words: number) => ({ command: `clerk ${command}`, words })
  if (command === 'list') return list(readArguments(rest, listOptions, taken(0)).values, place)
  if (command === 'invite') return invite(readArguments(rest, inviteOptions, taken(0)).values, place)
  const whom = () => readArguments(rest, {}, taken(1)).positionals[0]
  if (command === 'reset') return reset(whom(), place)
  if (command === 'suspend') return suspend(whom(), place)
  if (command === 'resume') return resume(whom(), place)
  throw new UsageError(command ? `There is no command "clerk ${command}".` : 'What about clerks?')
}

type InviteValues = ReturnType<typeof readArguments<typeof inviteOptions>>['values']
type ListValues = ReturnType<typeof readArguments<typeof listOptions>>['values']

async function list({ authority, json }: ListValues, { db, say }: ClerkWorkplace): Promise<void> {
  const clerks = await listClerks(db, { authority: authority ?? null })
  if (json) return say(JSON.stringify(clerks, undefined, 2))
  for (const { id, state, lastSeenOn, grants, email, name } of clerks)
    say(
      [id, state, lastSeenOn ? `seen ${lastSeenOn}` : 'never seen', writtenGrants(grants), email, name].join(
        '\t',
      ),
    )
  if (clerks.length === 0) say('There are no clerks.')
}

const writtenGrants = (grants: Clerk['grants']): string =>
  grants.map(({ authority, roles }) => `${authority ?? '*'}=${roles.join(',')}`).join(' ')

async function invite(values: InviteValues, place: ClerkWorkplace): Promise<void> {
  const { administrator, name, email, authority } = values
  const roles = rolesOf(values.role ?? [])
  if (administrator && (authority !== undefined || roles.length > 0))
    throw new UsageError('--administrator is for the whole server: leave --authority and --role out.')
  if (administrator && name === undefined && email === undefined) return inviteFirstAgain(place)
  if (!administrator && !authority)
    throw new UsageError('Whom does the person work for (--authority), or --administrator?')
  if (!administrator && roles.length === 0)
    throw new UsageError(`What may the person do (--role)? ${clerkRoles.join(', ')}.`)
  const grants = administrator
    ? [{ authority: null, roles: ['administrator' as const] }]
    : [{ authority: authority ?? null, roles: [...roles] }]
  return inviteNamed(personOf({ name, email, grants }), place)
}

function rolesOf(given: readonly string[]): readonly ClerkRole[] {
  return [...new Set(given)].map((role) => {
    const known = clerkRoles.find((one) => one === role)
    if (!known)
      throw new UsageError(`There is no role "${role.slice(0, 60)}"; there are ${clerkRoles.join(', ')}.`)
    return known
  })
}

function personOf(given: unknown): ClerkInvite {
  const read = ClerkInvite.safeParse(given)
  if (read.success) return read.data
  throw new UsageError(
    read.error.issues.some(({ path }) => path[0] === 'name')
      ? 'What is the person called (--name)?'
      : 'What is the e-mail address of the person (--email)?',
  )
}

async function inviteNamed(person: ClerkInvite, place: ClerkWorkplace): Promise<void> {
  const { db, random, now } = place
  const [authority = null] = person.grants.map((grant) => grant.authority)
  const id = makeId(random)
  const made = await recorded(waiting(db), { token: null, authority }, now().toISOString(), async (trx) => {
    if (authority !== null && !(await findAuthority(trx, authority)))
      throw new ImportError(`There is no authority ${authority.slice(0, 60)}.`)
    if (await clerkByEmail(trx, person.email))
      throw new ImportError(
        `Somebody has the address ${person.email} already: \`amtsweg clerk reset\` gives a new link, the desk other roles.`,
      )
    await addClerk(trx, { id, ...person }, now().toISOString())
    const after = { grants: person.grants }
    return {
      result: await addInvitation(trx, id, 'invitation', { random, now: now() }),
      change: { action: 'clerk.invite', subject: id, before: undefined, after },
    }
  })
  sayLink(made, place)
}

/** The way in that each start of the server shows, for who has lost it. */
async function inviteFirstAgain(place: ClerkWorkplace): Promise<void> {
  const { db, random, now } = place
  const purpose = 'first-administrator'
  const actor = { token: null, authority: null }
  const made = await recorded(waiting(db), actor, now().toISOString(), async (trx) => {
    if (await hasAdministrator(trx))
      throw new ImportError(
        'Somebody administers this server already: `amtsweg clerk list` tells who, `amtsweg clerk reset` lets them in again, --name and --email invite another.',
      )
    return {
      result: await addInvitation(trx, null, purpose, { random, now: now() }),
      change: { action: 'clerk.invite', subject: purpose, before: undefined, after: { purpose } },
    }
  })
  sayLink(made, place)
}

type Made = Awaited<ReturnType<typeof addInvitation>>

function sayLink({ token, endsAt }: Made, { say, address }: ClerkWorkplace): void {
  say(`${address}/desk/welcome#${token}`)
  say(
    `This is the only time the link is shown. It works once, until ${endsAt.slice(0, 16)} UTC: hand it over.`,
  )
}

async function clerkNamed(db: Db, whom: string): Promise<Clerk> {
  const clerks = await listClerks(db, { authority: null })
  const found = clerks.find(({ id, email }) => id === whom || email === whom.trim().toLowerCase())
  if (!found)
    throw new ImportError(`There is no clerk ${whom.slice(0, 120)}; \`amtsweg clerk list\` tells all.`)
  return found
}

/** Also for the last administrator: who sits at the server is where help comes from. */
async function reset(whom: string | undefined, place: ClerkWorkplace): Promise<void> {
  const { db, random, now } = place
  if (!whom) throw new UsageError('Who has lost their way in? `amtsweg clerk list` tells the ids.')
  const actor = { token: null, authority: null }
  const made = await recorded(waiting(db), actor, now().toISOString(), async (trx) => {
    const { id, state } = await clerkNamed(trx, whom)
    if (state === 'suspended') throw new ImportError(`${whom} is suspended: \`amtsweg clerk resume\` first.`)
    await forgetWaysIn(trx, id)
    const purpose = 'recovery'
    return {
      result: await addInvitation(trx, id, purpose, { random, now: now() }),
      change: { action: 'clerk.recovery', subject: id, before: undefined, after: { purpose } },
    }
  })
  sayLink(made, place)
}

async function suspend(whom: string | undefined, place: ClerkWorkplace): Promise<void> {
  if (!whom) throw new UsageError('Who shall be suspended? `amtsweg clerk list` tells the ids.')
  await setState(whom, place.now().toISOString(), place)
  place.say(`${whom} is signed out and cannot sign in`)
}

async function resume(whom: string | undefined, place: ClerkWorkplace): Promise<void> {
  if (!whom) throw new UsageError('Who shall be let in again? `amtsweg clerk list` tells the ids.')
  await setState(whom, null, place)
  place.say(`${whom} can sign in again`)
}

async function setState(whom: string, suspendedAt: string | null, { db, now }: ClerkWorkplace) {
  const actor = { token: null, authority: null }
  await recorded(waiting(db), actor, now().toISOString(), async (trx) => {
    const before = await clerkNamed(trx, whom)
    await saveSuspension(trx, before.id, suspendedAt)
    if (!(await isAdministered(trx, before)))
      throw new ImportError(`Nobody would be left to administer in place of ${whom}: invite another first.`)
    const { state, grants } = await clerkNamed(trx, before.id)
    return {
      result: undefined,
      change: {
        ...{ action: 'clerk.put', subject: before.id },
        ...{ before: { grants: before.grants, state: before.state }, after: { grants, state } },
      },
    }
  })
}
