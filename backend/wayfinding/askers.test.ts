import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createAskers } from './askers.ts'

const monday = '2026-11-23'
const askers = (bounds: object = {}) => createAskers({ random: randomBytes, ...bounds })

test('a network counts once for each subject', () => {
  const { isFirst } = askers()
  expect(isFirst('203.0.113', 'hundemarke', monday)).toBe(true)
  expect(isFirst('203.0.113', 'hundemarke', monday)).toBe(false)
  expect(isFirst('203.0.113', 'sperrmull', monday)).toBe(true)
  expect(isFirst('198.51.100', 'hundemarke', monday)).toBe(true)
})

test('of any row of questions, each pair of network and subject counts exactly once', () => {
  const pair = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y', 'z'))
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 60 }), (questions) => {
      const { isFirst } = askers()
      const counted = questions.filter(([network, subject]) => isFirst(network, subject, monday))
      expect(counted).toHaveLength(new Set(questions.map(String)).size)
    }),
  )
})

test('a new day begins with a new salt, and knows nobody', () => {
  const salts: Buffer[] = []
  const { isFirst } = askers({
    random: (bytes: number) => {
      const salt = randomBytes(bytes)
      salts.push(salt)
      return salt
    },
  })
  expect(isFirst('a', 'x', monday)).toBe(true)
  expect(isFirst('a', 'x', '2026-11-24')).toBe(true)
  expect(isFirst('a', 'x', '2026-11-24')).toBe(false)
  expect(new Set(salts.map(String)).size).toBe(salts.length)
})

describe('a flood', () => {
  test('of one network ends at its share, and others are counted on', () => {
    const { isFirst } = askers({ mostPerNetwork: 10 })
    const counted = Array.from({ length: 500 }, (_, index) => isFirst('flood', `word ${index}`, monday))
    expect(counted.filter(Boolean)).toHaveLength(10)
    expect(isFirst('reader', 'word', monday)).toBe(true)
  })

  test('of many networks ends where the memory of a day ends', () => {
    const { isFirst } = askers({ mostPerDay: 100 })
    const counted = Array.from({ length: 500 }, (_, index) => isFirst(`net ${index}`, 'word', monday))
    expect(counted.filter(Boolean)).toHaveLength(100)
    expect(isFirst('reader', 'word', '2026-11-24')).toBe(true)
  })
})
