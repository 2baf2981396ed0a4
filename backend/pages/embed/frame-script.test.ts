import { Script } from 'node:vm'
import { expect, test } from 'vitest'
import { frameScript } from './frame-script.ts'

test('is plain JavaScript that asks nobody for anything and imports nothing', () => {
  expect(() => new Script(frameScript)).not.toThrow()
  expect(frameScript).not.toMatch(
    /\b(?:import|require|fetch|XMLHttpRequest|eval|innerHTML|cookie|localStorage)\b/,
  )
})

test('is small', () => expect(frameScript.length).toBeLessThan(3_500))
