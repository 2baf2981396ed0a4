import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AuditEntry } from '@amtsweg/contract'
import { type AuditFacts, type AuditHead, chained, checkChain, contentHash } from './audit-chain.ts'

const start: AuditHead = { seq: 0, hash: '' }
const facts = (subject: string): AuditFacts => ({
  at: '2026-11-25T09:00:00.000Z',
  token: 'a1b2c3',
  clerk: null,
  authority: 'wismar',
  action: 'supplements.put',
  subject,
  before: null,
  after: contentHash({ items: [subject] }),
})

function trail(length: number): AuditEntry[] {
  const entries: AuditEntry[] = []
  let head = start
  for (let index = 1; index <= length; index += 1) {
    const entry = chained(facts(`service-${index}`), head)
    entries.push(entry)
    head = entry
  }
  return entries
}

describe('a trail of changes', () => {
  test('verifies as it was written, as a whole and in parts', () => {
    const entries = trail(5)
    const whole = checkChain(entries, start)
    expect(whole).toEqual({ seq: 5, hash: entries[4]?.hash })
    const part = checkChain(entries.slice(0, 2), start)
    expect(checkChain(entries.slice(2), part as AuditHead)).toEqual(whole)
  })

  test('shows every change of any word of any entry', () => {
    const fields = ['at', 'token', 'authority', 'action', 'subject', 'before', 'after', 'hash'] as const
    fc.assert(
      fc.property(fc.nat(4), fc.constantFrom(...fields), fc.string(), (at, field, value) => {
        const entries = trail(5)
        fc.pre(entries[at]![field] !== value)
        entries[at] = { ...entries[at]!, [field]: value }
        expect(checkChain(entries, start)).toHaveProperty('reason')
      }),
    )
  })

  test('shows an entry that was taken out, put in another place or written anew', () => {
    const entries = trail(5)
    expect(checkChain(entries.toSpliced(2, 1), start)).toMatchObject({ seq: 3 })
    expect(checkChain([entries[1]!, entries[0]!], start)).toMatchObject({ seq: 1 })
    const forged = chained(facts('something else'), entries[1]!)
    expect(checkChain(entries.with(2, forged), start)).toEqual({
      seq: 4,
      reason: 'Entry 4 does not follow the one before it',
    })
  })
})

describe('what is kept of a content', () => {
  test('tells nothing apart from whether it is the same', () => {
    expect(contentHash({ a: 1 })).toBe(contentHash({ a: 1 }))
    expect(contentHash({ a: 1 })).not.toBe(contentHash({ a: 2 }))
    expect(contentHash({ a: 'Meldezettel' })).toMatch(/^[0-9a-f]{64}$/)
  })

  test('nothing is told apart from an empty content', () => {
    expect(contentHash(undefined)).toBeNull()
    expect(contentHash({})).not.toBeNull()
  })
})
