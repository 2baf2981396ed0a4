import { expect, test } from 'vitest'
import { watchLag } from './lag.ts'

/** A loop that takes as long for each round as the test says. */
function loop(most: number) {
  let now = 0
  let look = () => {}
  const watch = watchLag({
    most,
    clock: () => now,
    every: (_, work) => {
      look = work
      return () => (look = () => {})
    },
  })
  const round = (milliseconds: number) => {
    now += milliseconds
    look()
  }
  return { watch, round }
}

test('one long round is no reason to refuse anybody', () => {
  const { watch, round } = loop(500)
  round(5_000)
  expect(watch.isLate()).toBe(false)
  expect(watch.last()).toBe(4_900)
})

test('three late rounds in a row are, until one is in time again', () => {
  const { watch, round } = loop(500)
  round(700)
  round(700)
  expect(watch.isLate()).toBe(false)
  round(700)
  expect(watch.isLate()).toBe(true)
  round(100)
  expect(watch.isLate()).toBe(false)
})

test('late by no more than is allowed is in time', () => {
  const { watch, round } = loop(500)
  for (let index = 0; index < 10; index += 1) round(600)
  expect(watch.isLate()).toBe(false)
})

test('on a real loop it runs by itself and ends when told', async () => {
  const watch = watchLag({ most: 60_000 })
  await new Promise((resolve) => setImmediate(resolve))
  expect([watch.isLate(), watch.last()]).toEqual([false, 0])
  watch.stop()
})
