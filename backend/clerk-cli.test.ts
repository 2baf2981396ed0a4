import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { listAudit, sessionOf, usualSignIn } from './access/index.ts'
import { findInvitation } from './access/repository-invitations.ts'
import { addAuthority, addTestClerk } from './access/testing.ts'
import { clerkCommand } from './clerk-cli.ts'
import type { Db } from './database/database.ts'
import { openPlaces } from './places/testing.ts'

const now = new Date('2026-11-30T09:00:00Z')
let db: Db
beforeEach(async () => {
  ;({ db } = await openPlaces())
  await addAuthority(db, 'hagenow', '130760060')
})

/** What a command says, line by line. */
async function run(...args: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = []
  const address = 'https://amt.example'
  const say = (line: string) => lines.push(line)
  await clerkCommand(args, { db, now: () => now, random: randomBytes, say, address })
  return lines
}

const inLink = (line: string | undefined) =>
  /^https:\/\/amt\.example\/desk\/welcome#([\w-]{20,})$/.exec(line ?? '')?.[1] ?? ''
const erika = ['--name', 'Erika Muster', '--email', 'Erika@Amt.example']
const inviteErika = () => run('invite', ...erika, '--authority', 'hagenow', '--role', 'editor')

describe('amtsweg clerk invite', () => {
  test('shows once a link for somebody who then has the roles', async () => {
    const [link, words] = await inviteErika()
    expect(words).toContain('only time')
    expect(await findInvitation(db, inLink(link), now)).toMatchObject({ purpose: 'invitation' })
    const [line] = await run('list')
    expect(line).toMatch(/\tinvited\tnever seen\thagenow=editor\terika@amt\.example\tErika Muster$/)
    expect(await run('list', '--authority', 'elsewhere')).toEqual(['There are no clerks.'])
  })

  test('gives the link of the first start anew, as long as nobody administers', async () => {
    const [link] = await run('invite', '--administrator')
    expect(await findInvitation(db, inLink(link), now)).toMatchObject({
      purpose: 'first-administrator',
      clerk: null,
    })
    await run('invite', '--administrator', ...erika)
    expect((await run('list'))[0]).toContain('*=administrator')
  })

  test.each([
    [['invite', ...erika, '--role', 'editor'], '--authority'],
    [['invite', ...erika, '--authority', 'hagenow'], '--role'],
    [['invite', ...erika, '--authority', 'hagenow', '--role', 'king'], 'no role'],
    [['invite', ...erika, '--authority', 'nobody', '--role', 'editor'], 'no authority'],
    [['invite', '--email', 'a@b.example', '--authority', 'hagenow', '--role', 'editor'], '--name'],
    [['invite', '--name', 'x', '--email', 'x', '--authority', 'hagenow', '--role', 'editor'], '--email'],
    [['invite', '--administrator', '--role', 'editor'], 'leave --authority'],
    [['reset'], 'Who has lost'],
    [['reset', 'nobody'], 'no clerk'],
    [['suspend'], 'Who shall'],
    [['resume'], 'Who shall'],
    [['sell'], 'no command'],
    [[], 'What about'],
  ])('%j is refused', (args, words) => expect(run(...args)).rejects.toThrow(words))

  test('gives no address to two', async () => {
    await inviteErika()
    await expect(inviteErika()).rejects.toThrow('erika@amt.example already')
  })
})

describe('somebody who can sign in', () => {
  const grants = [{ authority: 'hagenow', roles: ['editor'] }] as const
  const isOpen = async (headers: Readonly<Record<string, string>>) =>
    typeof (await sessionOf(db, headers['cookie']!.split('=')[1]!, usualSignIn, now)) === 'object'

  test('is signed out and kept out by suspend, and let in by resume', async () => {
    const { id, headers } = await addTestClerk(db, { grants, now })
    await run('invite', '--administrator', ...erika)
    expect(await isOpen(headers)).toBe(true)
    await run('suspend', id)
    expect(await isOpen(headers)).toBe(false)
    expect((await run('list')).join()).toContain('suspended')
    await run('resume', id)
    expect((await run('list')).join()).not.toContain('suspended')
  })

  test('loses all ways in by reset, and gets a link', async () => {
    const { email, id, headers } = await addTestClerk(db, { grants, now })
    const [link] = await run('reset', email)
    expect(await findInvitation(db, inLink(link), now)).toMatchObject({ purpose: 'recovery', clerk: id })
    expect(await isOpen(headers)).toBe(false)
  })

  test('is not suspended as the last who administers', async () => {
    const { id } = await addTestClerk(db, {
      grants: [{ authority: 'hagenow', roles: ['administrator'] }],
      now,
    })
    await expect(run('suspend', id)).rejects.toThrow('invite another')
    expect((await run('list')).join()).not.toContain('suspended')
  })
})

test('what was done is on record, without names, addresses and links', async () => {
  const [link] = await inviteErika()
  await run('reset', 'erika@amt.example')
  await run('suspend', 'erika@amt.example')
  const trail = await listAudit(db, { limit: 10 })
  expect(trail.map(({ action }) => action)).toEqual(['clerk.put', 'clerk.recovery', 'clerk.invite'])
  for (const secret of [inLink(link), 'Erika', 'amt.example'])
    expect(JSON.stringify(trail)).not.toContain(secret)
})
