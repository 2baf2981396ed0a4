import { beforeEach, describe, expect, test } from 'vitest'
import type { Db } from '../database/database.ts'
import { openPlaces } from '../places/testing.ts'
import { callerOfToken, listTokens, revokeToken } from './repository-tokens.ts'
import { addAuthority, addTestToken, testStart } from './testing.ts'
import { tokenIdIn } from './token.ts'

let db: Db
beforeEach(async () => {
  ;({ db } = await openPlaces())
  await addAuthority(db, 'hagenow', '130760060')
  await addAuthority(db, 'wismar', '130740087')
})

const idOf = (text: string) => tokenIdIn(text)!
const revoke = (text: string) =>
  db.transaction().execute((trx) => revokeToken(trx, idOf(text), testStart.toISOString()))

describe('a token', () => {
  test('stands for its authority, with its websites, and for no other', async () => {
    const text = await addTestToken(db, 'hagenow', ['audit:read'])
    const caller = await callerOfToken(db, text, testStart)
    expect(caller).toMatchObject({
      tokenId: idOf(text),
      authority: { id: 'hagenow', origins: [] },
      scopes: ['audit:read'],
    })
  })

  test('opens nothing with the secret of another', async () => {
    const [one, other] = [await addTestToken(db, 'hagenow'), await addTestToken(db, 'wismar')]
    const mixed = `amt_${idOf(one)}_${other.slice(17)}`
    expect(await callerOfToken(db, mixed, testStart)).toBe('token-invalid')
  })

  test('that was taken back does not tell that it had ended as well', async () => {
    const text = await addTestToken(db, 'hagenow', ['audit:read'], testStart.toISOString())
    expect(await callerOfToken(db, text, testStart)).toBe('token-expired')
    await revoke(text)
    expect(await callerOfToken(db, text, testStart)).toBe('token-invalid')
  })

  test('keeps no scope that a later version has forgotten', async () => {
    const text = await addTestToken(db, 'hagenow', ['audit:read'])
    await db.updateTable('access_token').set({ scopes: 'audit:read everything:write' }).execute()
    expect(await callerOfToken(db, text, testStart)).toMatchObject({ scopes: ['audit:read'] })
  })
})

test('taking back tells whose it was, once', async () => {
  const text = await addTestToken(db, 'wismar')
  expect(await revoke(text)).toBe('wismar')
  expect(await revoke(text)).toBeUndefined()
})

test('the tokens of one authority are listed without those of others', async () => {
  await addTestToken(db, 'hagenow')
  const own = await addTestToken(db, 'wismar')
  expect((await listTokens(db, 'wismar')).map(({ id }) => id)).toEqual([idOf(own)])
  expect(await listTokens(db)).toHaveLength(2)
})
