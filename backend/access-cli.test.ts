import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { chained } from './access/audit-chain.ts'
import {
  type AuditHead,
  callerOfToken,
  findAuthority,
  listAudit,
  listTokens,
  noteUse,
} from './access/index.ts'
import { auditCommand } from './audit-cli.ts'
import { authorityCommand } from './authority-cli.ts'
import type { Db } from './database/database.ts'
import { openPlaces } from './places/testing.ts'
import { tokenCommand } from './token-cli.ts'

let db: Db
let now: Date
beforeEach(async () => {
  ;({ db } = await openPlaces())
  now = new Date('2026-11-25T09:00:00Z')
})

const commands = { authority: authorityCommand, token: tokenCommand, audit: auditCommand }

/** What a command says, line by line. */
async function run(name: keyof typeof commands, ...args: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = []
  await commands[name](args, { db, now: () => now, random: randomBytes, say: (line) => lines.push(line) })
  return lines
}

const addHagenow = () => run('authority', 'add', 'hagenow', '--area', '13076060')
const create = async (...more: readonly string[]) =>
  (
    await run('token', 'create', '--authority', 'hagenow', '--name', 'CMS', '--scope', 'units:write', ...more)
  )[0]!

describe('amtsweg authority', () => {
  test('registers a town for all its keys, with what its area tells', async () => {
    expect(await addHagenow()).toEqual(['hagenow now administers 130760060 (Hagenow)'])
    expect(await findAuthority(db, 'hagenow')).toEqual({
      id: 'hagenow',
      regionKey: '130760060',
      names: { de: 'Hagenow' },
      languages: ['de'],
      holidaysLand: '13',
      fourEyes: false,
      origins: [],
    })
  })

  test('changes settings, and leaves the others as they are', async () => {
    await addHagenow()
    await run(
      'authority',
      'set',
      'hagenow',
      '--name-in',
      'en=Town of Hagenow',
      '--language',
      'de',
      '--language',
      'en',
    )
    await run('authority', 'set', 'hagenow', '--four-eyes', 'yes')
    await run(
      'authority',
      'set',
      'hagenow',
      '--origin',
      'https://www.hagenow.example',
      '--logo',
      'https://a.example/l.svg',
    )
    expect(await findAuthority(db, 'hagenow')).toMatchObject({
      names: { de: 'Hagenow', en: 'Town of Hagenow' },
      languages: ['de', 'en'],
      origins: [{ origin: 'https://www.hagenow.example' }],
      fourEyes: true,
      logoUrl: 'https://a.example/l.svg',
    })
    await run('authority', 'set', 'hagenow', '--origin', '', '--logo', '')
    expect(await findAuthority(db, 'hagenow')).not.toHaveProperty('logoUrl')
  })

  test('registers websites, each for everything or for some widgets, and shows them as they were written', async () => {
    await addHagenow()
    const sites = ['https://a.example', 'https://www.xn--mritz-kva.example=amt-wayfinder,editing']
    await run(
      'authority',
      'set',
      'hagenow',
      '--origin',
      sites[0]!,
      '--origin',
      'https://www.müritz.example=amt-wayfinder,editing',
    )
    expect(await run('authority', 'list')).toEqual([`hagenow\t130760060\tHagenow\tde\t${sites.join(' ')}`])
    await run('authority', 'set', 'hagenow', '--origin', '')
    expect((await findAuthority(db, 'hagenow'))?.origins).toEqual([])
  })

  test('lists the larger area first', async () => {
    expect(await run('authority', 'list')).toEqual(['No authority is registered yet.'])
    await addHagenow()
    await run('authority', 'add', 'mv', '--area', '13', '--name', 'Land MV')
    expect(await run('authority', 'list')).toEqual(['mv\t13\tLand MV\tde', 'hagenow\t130760060\tHagenow\tde'])
    expect(JSON.parse((await run('authority', 'list', '--json'))[0]!)).toHaveLength(2)
  })

  test('gives no area to two authorities', async () => {
    await addHagenow()
    await expect(run('authority', 'add', 'other', '--area', '130760060060')).rejects.toThrow(
      'hagenow is there',
    )
    await expect(run('authority', 'add', 'hagenow', '--area', '13')).rejects.toThrow('hagenow is there')
  })

  test.each([
    [['add', 'Hagenow!', '--area', '13'], 'small letters'],
    [['add', 'hagenow'], '--area'],
    [['add', 'hagenow', '--area', '99'], 'no area 99'],
    [['add', 'hagenow', '--area', '13', '--origin', 'https://a.example/path'], 'An origin'],
    [['add', 'hagenow', '--area', '13', '--origin', 'http://www.hagenow.example'], 'http only for localhost'],
    [['add', 'hagenow', '--area', '13', '--origin', 'https://*.hagenow.example'], 'without a path or a star'],
    [['add', 'hagenow', '--area', '13', '--origin', 'https://a.example=amt-shop'], 'amt-wayfinder'],
    [['add', 'hagenow', '--area', '13', '--origin', 'https://a.example='], 'amt-wayfinder'],
    [
      ['add', 'hagenow', '--area', '13', '--origin', 'https://a.example', '--origin', 'https://A.example/'],
      'twice',
    ],
    [['add', 'hagenow', '--area', '13', '--logo', 'javascript:alert(1)'], 'A logo'],
    [['add', 'hagenow', '--area', '13', '--holidays', '17'], 'A Land'],
    [['add', 'hagenow', '--area', '13', '--name-in', 'en'], '--name-in'],
    [['set', 'nobody', '--name', 'X'], 'no authority'],
    [['set'], 'Which authority'],
    [['sell'], 'no command'],
    [[], 'What about'],
  ])('%j is refused', (args, words) => expect(run('authority', ...args)).rejects.toThrow(words))
})

describe('amtsweg token', () => {
  beforeEach(addHagenow)

  test('shows a token once, which then stands for its authority', async () => {
    const text = await create('--scope', 'supplements:write')
    expect(await callerOfToken(db, text, now)).toMatchObject({
      authority: { id: 'hagenow' },
      scopes: ['units:write', 'supplements:write'],
    })
    await noteUse(db, text.slice(4, 16), '2026-11-25')
    expect(JSON.stringify(await db.selectFrom('access_token').selectAll().execute())).not.toContain(
      text.slice(17),
    )
    expect((await run('token', 'list'))[0]).toContain(
      'until 2027-11-25\tused 2026-11-25\tunits:write,supplements:write\tCMS',
    )
  })

  test('a token ends with its days', async () => {
    const text = await create('--days', '30')
    now = new Date('2026-12-25T08:59:59Z')
    expect(await callerOfToken(db, text, now)).toHaveProperty('tokenId')
    now = new Date('2026-12-25T09:00:00Z')
    expect(await callerOfToken(db, text, now)).toBe('token-expired')
    expect((await run('token', 'list'))[0]).toContain('expired 2026-12-25')
  })

  test('a revoked token opens nothing, at once and for good', async () => {
    const text = await create()
    const [{ id } = { id: '' }] = await listTokens(db)
    await run('token', 'revoke', id)
    expect(await callerOfToken(db, text, now)).toBe('token-invalid')
    expect((await run('token', 'list', '--authority', 'hagenow'))[0]).toContain(
      'revoked 2026-11-25\tnever used',
    )
    await expect(run('token', 'revoke', id)).rejects.toThrow('no token')
  })

  test('a token that was never made, and one of which a letter is wrong, are invalid', async () => {
    const text = await create()
    const wrong = text.slice(0, -1) + (text.endsWith('A') ? 'B' : 'A')
    for (const token of [wrong, `amt_000000000000_${text.slice(17)}`, ''])
      expect(await callerOfToken(db, token, now)).toBe('token-invalid')
  })

  test.each([
    [['create', '--name', 'x', '--scope', 'units:write'], '--authority'],
    [['create', '--authority', 'nobody', '--name', 'x', '--scope', 'units:write'], 'no authority'],
    [['create', '--authority', 'hagenow', '--scope', 'units:write'], '--name'],
    [['create', '--authority', 'hagenow', '--name', 'x'], '--scope'],
    [['create', '--authority', 'hagenow', '--name', 'x', '--scope', 'everything'], 'no scope'],
    [['create', '--authority', 'hagenow', '--name', 'x', '--scope', 'units:write', '--days', '0'], '--days'],
    [['revoke', 'nothing'], 'no token'],
    [['revoke'], 'Which token'],
    [['sell'], 'no command'],
  ])('%j is refused, and nothing is written', async (args, words) => {
    await expect(run('token', ...args)).rejects.toThrow(words)
    expect(await listTokens(db)).toEqual([])
  })
})

describe('amtsweg audit', () => {
  beforeEach(async () => {
    await addHagenow()
    await create()
    await run('authority', 'set', 'hagenow', '--language', 'de', '--language', 'en')
  })

  test('shows who changed what, and no content', async () => {
    const lines = await run('audit', 'show')
    expect(lines.map((line) => line.split('\t').slice(2, 5))).toEqual([
      ['hagenow', 'command line', 'authority.add'],
      ['hagenow', 'command line', 'token.create'],
      ['hagenow', 'command line', 'authority.set'],
    ])
    expect(await run('audit', 'show', '--last', '1')).toEqual(lines.slice(2))
    expect(await run('audit', 'show', '--authority', 'nobody')).toEqual(['Nothing has been changed yet.'])
    expect((await run('audit', 'show', '--json'))[0]).not.toContain('CMS')
  })

  test('verifies what nobody has touched, also against what was noted earlier', async () => {
    const [line = ''] = await run('audit', 'verify')
    const noted = line.split(': ')[1]!
    expect(line).toContain('3 entries, unbroken')
    await run('authority', 'set', 'hagenow', '--language', 'de')
    expect((await run('audit', 'verify', '--expect', noted))[0]).toContain('4 entries, unbroken')
    await expect(run('audit', 'verify', '--expect', `2:${noted.split(':')[1]}`)).rejects.toThrow(
      'not the one',
    )
    await expect(run('audit', 'verify', '--expect', '3')).rejects.toThrow('--expect')
  })

  /** What somebody with the database in his hands would try, knowing how the trail is made. */
  const entry = async (seq: number) => (await listAudit(db, { limit: 10 })).find((one) => one.seq === seq)!
  const set = (seq: number, values: object) =>
    db.updateTable('audit_entry').set(values).where('seq', '=', seq).execute()
  const remove = (seq: number) => db.deleteFrom('audit_entry').where('seq', '=', seq).execute()
  const setHead = ({ seq, hash }: AuditHead) => db.updateTable('audit_head').set({ seq, hash }).execute()
  const forged = async (seq: number) =>
    chained({ ...(await entry(seq)), subject: 'wismar' }, await entry(seq - 1))

  test.each<readonly [string, () => Promise<unknown>, string]>([
    ['changed in one word', () => set(2, { subject: 'wismar' }), 'Entry 2 was changed'],
    ['freed of an authority', () => set(3, { authority_id: null }), 'Entry 3 was changed'],
    ['given another moment', () => set(1, { at: '2026-11-24T09:00:00.000Z' }), 'Entry 1 was changed'],
    ['given another content', () => set(3, { after_hash: null }), 'Entry 3 was changed'],
    ['robbed of an entry', () => remove(2), 'Entry 2 is missing: 3 follows 1'],
    ['robbed of its beginning', () => remove(1), 'Entry 1 is missing: 2 follows 0'],
    ['cut off at the end', () => remove(3), 'The trail ends with entry 2, but 3 were written'],
    [
      'emptied',
      () => db.deleteFrom('audit_entry').execute(),
      'The trail ends with entry 0, but 3 were written',
    ],
    [
      'robbed of an entry, and numbered anew',
      () => remove(2).then(() => set(3, { seq: 2 })),
      'Entry 2 does not follow the one before it',
    ],
    [
      'put in another order',
      async () => {
        await set(2, { seq: 9 })
        await set(3, { seq: 2 })
        await set(9, { seq: 3 })
      },
      'Entry 2 does not follow the one before it',
    ],
    [
      'changed, with the hash of that entry made anew',
      async () => set(2, { subject: 'wismar', hash: (await forged(2)).hash }),
      'Entry 3 does not follow the one before it',
    ],
    [
      'changed in its last entry, with the hash made anew',
      async () => set(3, { subject: 'wismar', hash: (await forged(3)).hash }),
      'The trail does not end with the entry 3 that was written',
    ],
  ])('tells where a trail was %s', async (_name, tamper, words) => {
    await tamper()
    await expect(run('audit', 'verify')).rejects.toThrow(`The audit trail is broken. ${words}`)
  })

  describe('that was made anew by somebody who can write all of the database', () => {
    const noted = async (seq: number) => `${seq}:${(await entry(seq)).hash}`

    test('and cut off, shows nothing by itself, but against what was noted elsewhere', async () => {
      const end = await noted(3)
      const before = await noted(2)
      await remove(3)
      await setHead(await entry(2))
      expect((await run('audit', 'verify'))[0]).toContain('2 entries, unbroken')
      expect(await run('audit', 'verify', '--expect', before)).toHaveLength(1)
      await expect(run('audit', 'verify', '--expect', end)).rejects.toThrow(
        'Entry 3, which was noted, is gone',
      )
    })

    test('and changed to its end, likewise', async () => {
      const end = await noted(3)
      const two = await forged(2)
      await set(2, { subject: two.subject, hash: two.hash })
      const three = chained(await entry(3), two)
      await set(3, { previous: three.previous, hash: three.hash })
      await setHead(three)
      expect((await run('audit', 'verify'))[0]).toContain('3 entries, unbroken')
      await expect(run('audit', 'verify', '--expect', end)).rejects.toThrow('Entry 3 is not the one')
    })
  })

  test('a change that is refused leaves no entry', async () => {
    await expect(addHagenow()).rejects.toThrow('is there already')
    expect(await listAudit(db, { limit: 10 })).toHaveLength(3)
  })
})
