import { describe, expect, test } from 'vitest'
import { leapingClock } from './testing.ts'
import { createTurns, HostHeldError } from './turns.ts'

const start = Date.parse('2026-11-23T09:00:00Z')

function setUp({ gap = 10_000, perMinute = 6_000, held = new Map<string, number>() } = {}) {
  const clock = leapingClock('2026-11-23T09:00:00Z')
  const stop = new AbortController()
  const turns = createTurns({ clock, signal: stop.signal, gap, perMinute, held })
  const log: { host: string; began: number; ended: number }[] = []
  const ask = (host: string, takes = 1_000) =>
    turns.turn(host, async () => {
      const began = clock.now().getTime() - start
      await clock.wait(takes, stop.signal)
      log.push({ host, began, ended: clock.now().getTime() - start })
    })
  return { ask, log, turns, stop, clock }
}

describe('whose turn it is', () => {
  test('one host is asked one thing at a time, with a pause after each answer', async () => {
    const { ask, log } = setUp()
    await Promise.all([ask('a.de'), ask('a.de'), ask('www.a.de')])
    const pauses = log.slice(1).map(({ began }, index) => began - log[index]!.ended)
    expect(pauses.every((pause) => pause >= 10_000)).toBe(true)
    expect(log).toHaveLength(3)
  })

  test('a request that fails lets the next one in', async () => {
    const { ask, turns, log } = setUp()
    const failing = turns.turn('a.de', () => Promise.reject(new Error('broken')))
    await expect(failing).rejects.toThrow('broken')
    await ask('a.de')
    expect(log[0]?.began).toBeGreaterThanOrEqual(10_000)
  })

  test('all hosts together are asked so many times a minute', async () => {
    const { ask, log } = setUp({ perMinute: 30 })
    await Promise.all(Array.from({ length: 10 }, (_, index) => ask(`${index}.de`, 0)))
    expect(Math.max(...log.map(({ began }) => began))).toBeGreaterThanOrEqual(18_000)
  })

  test('a host that wants to be left in peace for long is not waited for', async () => {
    const { ask, turns, log } = setUp()
    turns.hold('www.a.de', start + 3_600_000)
    await expect(ask('a.de')).rejects.toThrow(HostHeldError)
    await expect(ask('a.de')).rejects.toMatchObject({ until: new Date(start + 3_600_000) })
    await ask('b.de')
    expect(log.map(({ host }) => host)).toEqual(['b.de'])
  })

  test('a shorter hold never shortens a longer one, and both are told', async () => {
    const { turns, ask } = setUp({ held: new Map([['a.de', start + 60_000]]) })
    turns.hold('a.de', start + 1_000)
    await ask('b.de')
    expect(turns.held.get('a.de')).toBe(start + 60_000)
    expect(turns.held.get('b.de')).toBe(start + 11_000)
  })

  test('nothing is asked after the stop', async () => {
    const { ask, stop, log } = setUp({ held: new Map([['a.de', start + 60_000]]) })
    const asked = ask('a.de')
    stop.abort()
    await expect(asked).rejects.toThrow()
    expect(log).toEqual([])
  })
})
