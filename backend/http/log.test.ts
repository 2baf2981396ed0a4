import { expect, test } from 'vitest'
import { createLog, describeError } from './log.ts'

test('a line says when, how bad and what', () => {
  const lines: string[] = []
  const log = createLog(
    (line) => void lines.push(line),
    () => new Date('2026-11-23T10:00:00Z'),
  )
  log('warn', 'slow', { milliseconds: 900 })
  expect(lines).toEqual([
    '{"time":"2026-11-23T10:00:00.000Z","level":"warn","event":"slow","milliseconds":900}',
  ])
})

test('an error is logged without its message, which may repeat what a person typed', () => {
  const described = JSON.stringify(describeError(new RangeError('no such name: Erika Mustermann')))
  expect(described).toContain('RangeError')
  expect(described).not.toContain('Mustermann')
})
