import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createGate, type Refusal } from './gate.ts'

/** A gate whose time and turns the test makes, and askers whose work ends when the test says so. */
function setUp({ most = 2, backlog = 2 } = {}) {
  let now = 0
  let turns: (() => void)[] = []
  const waited: number[] = []
  const log: string[] = []
  const ends = new Map<string, () => void>()
  const gone = new Set<string>()
  const gate = createGate({
    most,
    backlog,
    clock: () => now,
    nextTurn: (work) => void turns.push(work),
    onWaited: (milliseconds) => void waited.push(milliseconds),
  })
  const ask = (name: string) =>
    gate.enter({
      start: () => {
        log.push(`${name} in`)
        return new Promise<void>((resolve) => ends.set(name, resolve))
      },
      refuse: (why: Refusal) => void log.push(`${name} ${why}`),
      isGone: () => gone.has(name),
    })
  const turn = () => {
    const due = turns
    turns = []
    due.forEach((work) => work())
  }
  const end = async (name: string) => {
    ends.get(name)?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { gate, log, waited, gone, ask, turn, end, pass: (milliseconds: number) => (now += milliseconds) }
}

describe('the gate', () => {
  test('lets in as many as it may, has a few wait and refuses the rest at once', () => {
    const { gate, log, ask } = setUp()
    for (const name of ['a', 'b', 'c', 'd', 'e']) ask(name)
    expect(log).toEqual(['a in', 'b in', 'e full'])
    expect([gate.running(), gate.waiting()]).toEqual([2, 2])
  })

  test('lets in who waits as soon as somebody is done, in the order they came', async () => {
    const { log, ask, turn, end, pass, waited } = setUp()
    for (const name of ['a', 'b', 'c', 'd']) ask(name)
    pass(30)
    await end('b')
    turn()
    await end('a')
    turn()
    expect(log).toEqual(['a in', 'b in', 'c in', 'd in'])
    expect(waited).toEqual([30, 30])
  })

  test('spends a short time on each turn, so that others are heard between two works', async () => {
    const { log, ask, turn, end, pass } = setUp({ most: 10, backlog: 10 })
    ask('a')
    pass(3)
    await end('a')
    ask('b')
    ask('c')
    expect(log).toEqual(['a in'])
    turn()
    expect(log).toEqual(['a in', 'b in'])
    turn()
    expect(log).toEqual(['a in', 'b in', 'c in'])
  })

  test('after a work that was quick goes on with the next in the same turn', async () => {
    const { log, ask, end } = setUp({ most: 1, backlog: 10 })
    for (const name of ['a', 'b', 'c']) ask(name)
    await end('a')
    await end('b')
    expect(log).toEqual(['a in', 'b in', 'c in'])
  })

  test('works as long as refusing others took: a flood must not leave time for nothing else', async () => {
    const { log, ask, turn, end, pass } = setUp({ most: 1, backlog: 2 })
    for (const name of ['a', 'b', 'c', 'd']) ask(name)
    pass(3)
    await end('a')
    expect(log).toEqual(['a in', 'd full'])
    pass(20)
    turn()
    pass(9)
    await end('b')
    expect(log).toEqual(['a in', 'd full', 'b in', 'c in'])
  })

  test('takes nobody more while the first in line has waited for more than a second', () => {
    const { log, ask, pass } = setUp({ most: 1, backlog: 10 })
    ask('a')
    ask('b')
    pass(1_001)
    ask('c')
    expect(log).toEqual(['a in', 'c slow'])
  })

  test('does no work for who has gone', async () => {
    const { log, ask, turn, end, gone } = setUp({ most: 1 })
    for (const name of ['a', 'b', 'c']) ask(name)
    gone.add('b')
    await end('a')
    turn()
    expect(log).toEqual(['a in', 'c in'])
  })

  test('takes somebody again after work that has failed', async () => {
    const refused: string[] = []
    const gate = createGate({ most: 1, backlog: 0 })
    const failing = { refuse: (why: string) => void refused.push(why), isGone: () => false }
    gate.enter({ ...failing, start: () => Promise.reject(new Error('broken')) })
    await new Promise((resolve) => setImmediate(resolve))
    expect(gate.running()).toBe(0)
    await new Promise<void>((resolve) =>
      gate.enter({
        ...failing,
        start: () => {
          resolve()
          return Promise.resolve()
        },
      }),
    )
    expect(refused).toEqual([])
  })

  test('whatever happens in whatever order, everybody is answered once and the limits hold', async () => {
    const event = fc.oneof(
      fc.constant('ask'),
      fc.constant('turn'),
      fc.nat(30).map((index) => index),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { maxLength: 60 }),
        fc.integer({ min: 1, max: 4 }),
        fc.nat(4),
        async (events, most, backlog) => {
          const { gate, log, ask, turn, end, pass } = setUp({ most, backlog })
          let asked = 0
          for (const one of events) {
            if (one === 'ask') ask(String(asked++))
            else if (one === 'turn') turn()
            else {
              pass(1)
              await end(String(one))
            }
            expect(gate.running()).toBeLessThanOrEqual(most)
            expect(gate.waiting()).toBeLessThanOrEqual(backlog)
          }
          for (let index = 0; index < asked; index += 1) {
            turn()
            await end(String(index))
          }
          turn()
          expect(log).toHaveLength(asked)
          expect(new Set(log.map((line) => line.split(' ')[0])).size).toBe(asked)
        },
      ),
    )
  })
})
