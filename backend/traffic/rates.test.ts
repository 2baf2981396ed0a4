import { describe, expect, test } from 'vitest'
import { createRates } from './rates.ts'

const search = { name: 'search', quota: 10, window: 60 }
const policies = [
  search,
  { name: 'submission', quota: 2, window: 60 },
  { name: 'big', quota: 100, window: 60 },
]

function setUp(mostClients?: number) {
  let now = Date.parse('2026-11-25T10:00:00Z')
  const rates = createRates({ policies, now: () => now, ...(mostClients ? { mostClients } : {}) })
  const take = (times: number, client = 'a', policy = 'search') =>
    Array.from({ length: times }, () => rates.take(policy, client)).filter(({ allowed }) => allowed).length
  return { rates, take, pass: (seconds: number) => (now += seconds * 1_000) }
}

describe('a client', () => {
  test('gets its quota and no more, and all of it again two windows later', () => {
    const { take, pass } = setUp()
    expect(take(15)).toBe(10)
    pass(120)
    expect(take(15)).toBe(10)
  })

  test('cannot double its quota at the border between two windows', () => {
    const { take, pass } = setUp()
    pass(59)
    expect(take(15)).toBe(10)
    pass(1)
    expect(take(15)).toBe(0)
    pass(30)
    expect(take(15)).toBe(5)
  })

  test('is told how many are left, and when it may come again', () => {
    const { rates, take } = setUp()
    expect(rates.take('search', 'a')).toEqual({ allowed: true, remaining: 9, seconds: 60 })
    take(9)
    expect(rates.take('search', 'a')).toEqual({ allowed: false, remaining: 0, seconds: 66 })
  })

  test('uses up neither the quota of another nor that of another kind of request', () => {
    const { take } = setUp()
    take(15)
    expect(take(15, 'b')).toBe(10)
    expect(take(15, 'a', 'submission')).toBe(2)
  })

  test('beyond those who can be told apart shares one quota with all others, so that memory is bounded', () => {
    const { take } = setUp(3)
    expect(['a', 'b', 'c'].map((client) => take(1, client))).toEqual([1, 1, 1])
    const strangers = Array.from({ length: 100 }, (_, index) => take(1, `stranger ${index}`))
    expect(strangers.filter(Boolean)).toHaveLength(10)
    expect(take(9)).toBe(9)
  })
})

describe('two processes', () => {
  const exchange = (one: ReturnType<typeof setUp>, other: ReturnType<typeof setUp>) => {
    const news = one.rates.news()
    one.rates.told(news)
    other.rates.learn(news)
  }

  test('together give a client one quota, once they have heard of each other', () => {
    const [one, other] = [setUp(), setUp()]
    expect(one.take(6)).toBe(6)
    exchange(one, other)
    expect(other.take(15)).toBe(4)
  })

  test('tell only of clients that ask much, and tell nothing twice', () => {
    const { rates, take } = setUp()
    take(9, 'rare', 'big')
    take(10, 'busy', 'big')
    const news = rates.news()
    expect(news).toMatchObject([{ client: 'busy', requests: 10 }])
    expect(rates.news()).toEqual(news)
    rates.told(news)
    expect(rates.news()).toEqual([])
    take(1, 'busy', 'big')
    expect(rates.news()).toMatchObject([{ client: 'busy', requests: 1 }])
  })

  test('tell of the five hundred busiest at most', () => {
    const { rates, take } = setUp()
    for (let index = 0; index < 600; index += 1) take(index < 100 ? 1 : 3, `client ${index}`)
    expect(rates.news()).toHaveLength(500)
    expect(rates.news().every(({ requests }) => requests === 3)).toBe(true)
  })

  test('do not take what they hear of a window that is past for the one that is running', () => {
    const [one, other] = [setUp(), setUp()]
    one.take(10)
    const news = one.rates.news()
    one.pass(120)
    other.pass(120)
    one.rates.told(news)
    other.rates.learn(news)
    expect([one.take(15), other.take(15)]).toEqual([10, 10])
  })
})
