import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Finding } from './link-finding.ts'
import { judge, type LinkState } from './link-state.ts'

const day = 24 * 60 * 60_000
const monday = Date.parse('2026-11-23T09:00:00.000Z')
const fresh = { failures: 0, failingSince: null }
const kinds = [
  'alive',
  'moved',
  'suspicious',
  'login',
  'blocked',
  'gone',
  'failing',
  'unsafe',
  'refused',
] as const
type Kind = (typeof kinds)[number]

/** The state after looks at these times in days. */
function after(...looks: readonly (readonly [days: number, kind: Kind])[]): LinkState {
  let state: Pick<LinkState, 'failures' | 'failingSince'> = fresh
  let last: LinkState | undefined
  for (const [days, kind] of looks) {
    last = judge(state, { kind }, new Date(monday + days * day), 7)
    state = last
  }
  return last!
}

test.each([
  ['one missing page', [[0, 'gone']], 'failing'],
  [
    'two missing pages on one day',
    [
      [0, 'gone'],
      [0.9, 'gone'],
    ],
    'failing',
  ],
  [
    'two missing pages a day apart',
    [
      [0, 'gone'],
      [1, 'gone'],
    ],
    'dead',
  ],
  [
    'two failures',
    [
      [0, 'failing'],
      [3, 'failing'],
    ],
    'failing',
  ],
  [
    'three failures in less than two days',
    [
      [0, 'failing'],
      [1, 'failing'],
      [1.9, 'failing'],
    ],
    'failing',
  ],
  [
    'three failures in two days',
    [
      [0, 'failing'],
      [1, 'failing'],
      [2, 'failing'],
    ],
    'dead',
  ],
  [
    'three wrong certificates in two days',
    [
      [0, 'unsafe'],
      [1, 'unsafe'],
      [2, 'unsafe'],
    ],
    'unsafe',
  ],
  [
    'failures of several kinds',
    [
      [0, 'failing'],
      [1, 'unsafe'],
      [3, 'gone'],
    ],
    'dead',
  ],
  [
    'failures with a success between',
    [
      [0, 'gone'],
      [1, 'alive'],
      [2, 'gone'],
    ],
    'failing',
  ],
  [
    'a dead page that comes back',
    [
      [0, 'gone'],
      [1, 'gone'],
      [3, 'alive'],
    ],
    'alive',
  ],
  [
    'a dead page that turns us away',
    [
      [0, 'gone'],
      [1, 'gone'],
      [3, 'blocked'],
    ],
    'blocked',
  ],
  [
    'a page that turns us away for ever',
    [
      [0, 'blocked'],
      [7, 'blocked'],
      [14, 'blocked'],
    ],
    'blocked',
  ],
] as const)('%s', (_, looks, verdict) => {
  const state = after(...looks)
  expect(state.verdict).toBe(verdict)
  expect(state.unreachableOn !== null).toBe(verdict === 'dead' || verdict === 'unsafe')
})

test('readers are told the day of the last look, as it was in Germany', () => {
  const look = new Date('2026-11-23T23:30:00.000Z')
  const before = { failures: 1, failingSince: '2026-11-20T00:00:00.000Z' }
  expect(judge(before, { kind: 'gone' }, look, 7).unreachableOn).toBe('2026-11-24')
})

test('what fails is looked at after one, two and four days, then with the others', () => {
  const dates: string[] = []
  let state: Pick<LinkState, 'failures' | 'failingSince' | 'dueAt'> = {
    ...fresh,
    dueAt: new Date(monday).toISOString(),
  }
  for (let look = 0; look < 5; look += 1) {
    state = judge(state, { kind: 'failing' }, new Date(state.dueAt), 7)
    dates.push(state.dueAt.slice(0, 10))
  }
  expect(dates).toEqual(['2026-11-24', '2026-11-26', '2026-11-30', '2026-12-07', '2026-12-14'])
  expect(judge(fresh, { kind: 'alive' }, new Date(monday), 7).dueAt).toBe('2026-11-30T09:00:00.000Z')
  expect(judge({ ...fresh, failures: 3 }, { kind: 'failing' }, new Date(monday), 2).dueAt).toBe(
    '2026-11-25T09:00:00.000Z',
  )
})

test('whatever happens, readers are never told after one failure, nor of a page that answered last', () => {
  const look = fc.tuple(fc.double({ min: 0, max: 10, noNaN: true }), fc.constantFrom(...kinds))
  fc.assert(
    fc.property(fc.array(look, { minLength: 1, maxLength: 12 }), (steps) => {
      let time = 0
      const looks = steps.map(([pause, kind]): readonly [number, Kind] => [(time += pause), kind])
      const finding: Finding['kind'] = looks.at(-1)![1]
      const state = after(...looks)
      if (state.unreachableOn === null) return true
      const isFailure = finding === 'gone' || finding === 'failing' || finding === 'unsafe'
      return (
        isFailure && state.failures >= 2 && monday + time * day - Date.parse(state.failingSince!) >= day - 1
      )
    }),
    { numRuns: 2_000 },
  )
})
