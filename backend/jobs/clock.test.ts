import { expect, test } from 'vitest'
import { systemClock } from './clock.ts'

test('waiting ends with the time or with the signal, whichever comes first', async () => {
  const stop = new AbortController()
  const began = performance.now()
  await systemClock.wait(5, stop.signal)
  const long = systemClock.wait(60_000, stop.signal)
  stop.abort()
  await long
  await systemClock.wait(60_000, stop.signal)
  expect(performance.now() - began).toBeLessThan(10_000)
})
