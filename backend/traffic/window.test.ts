import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from './window.ts'

describe('a sliding window', () => {
  test.each([
    ['nothing asked yet', { before: 0, current: 0 }, 0, { allowed: true, remaining: 9, seconds: 60 }],
    ['nine of ten asked', { before: 0, current: 9 }, 0.5, { allowed: true, remaining: 0, seconds: 30 }],
    ['ten of ten asked', { before: 0, current: 10 }, 0.5, { allowed: false, remaining: 0, seconds: 36 }],
    [
      'all asked in the window before',
      { before: 10, current: 0 },
      0,
      { allowed: false, remaining: 0, seconds: 6 },
    ],
    ['half of it is past', { before: 10, current: 0 }, 0.5, { allowed: true, remaining: 4, seconds: 30 }],
  ])('%s', (_, counted, part, standing) => {
    expect(judge(counted, 10, 60, part)).toEqual(standing)
  })

  const part = fc.double({ min: 0, max: 0.999, noNaN: true })
  test('who waits as long as they are told is let in, if they asked for nothing meanwhile', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.nat(500),
        fc.nat(500),
        fc.integer({ min: 1, max: 3_600 }),
        part,
        (quota, before, current, window, now) => {
          const standing = judge({ before, current }, quota, window, now)
          if (standing.allowed) return
          expect(standing.seconds).toBeLessThanOrEqual(2 * window + 1)
          const then = now + (standing.seconds + 1e-6) / window
          const windows = [
            { before, current },
            { before: current, current: 0 },
          ]
          const counted = windows[Math.floor(then)] ?? { before: 0, current: 0 }
          expect(judge(counted, quota, window, then % 1).allowed).toBe(true)
        },
      ),
    )
  })

  test('in no window are more let in than the quota, and in no two more than twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.array(part, { maxLength: 100 }), (quota, moments) => {
        const half = Math.floor(moments.length / 2)
        let counted = { before: 0, current: 0 }
        const windows = [moments.slice(0, half), moments.slice(half)].map((window) => {
          let taken = 0
          for (const moment of window.toSorted((a, b) => a - b)) {
            if (!judge(counted, quota, 60, moment).allowed) break
            taken += 1
            counted = { ...counted, current: counted.current + 1 }
          }
          counted = { before: counted.current, current: 0 }
          return taken
        })
        windows.forEach((taken) => expect(taken).toBeLessThanOrEqual(quota))
      }),
    )
  })
})
