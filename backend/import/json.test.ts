import { expect, test } from 'vitest'
import { z } from 'zod'
import type { ImportFile } from './file.ts'
import { jsonRecords, ndjsonRecords } from './json.ts'
import { type ImportContext, ImportError } from './profile.ts'

const Named = z.object({ id: z.string(), size: z.number().optional() })

function reading() {
  const rejected: unknown[] = []
  let read = 0
  const context = {
    count: () => (read += 1),
    reject: (...rejection: unknown[]) => rejected.push(rejection),
  } as unknown as ImportContext
  return { context, rejected, read: () => read }
}
const fileOf = (...lines: string[]) => ({ lines: () => lines }) as unknown as ImportFile

test('each record has its position; what does not fit is left out with the reason and its id', () => {
  const { context, rejected, read } = reading()
  const records = jsonRecords([{ id: 'a' }, { id: 'b', size: 'big' }, { id: 3 }, null], Named, context)
  expect(records).toEqual([{ line: 1, value: { id: 'a' } }])
  expect(rejected).toEqual([
    [2, expect.stringContaining('/size: '), 'b', { code: 'field-invalid', field: 'size' }],
    [3, expect.stringContaining('/id: '), '3', { code: 'field-invalid', field: 'id' }],
    [4, expect.any(String), undefined, { code: 'field-invalid' }],
  ])
  expect(read()).toBe(4)
})

test.each([undefined, null, {}, 'text', 7])('%o is no list of records', (value) => {
  expect(() => jsonRecords(value, Named, reading().context)).toThrow(ImportError)
})

test('each line is a record', () => {
  const { context, rejected, read } = reading()
  const records = ndjsonRecords(fileOf('{"id":"a"}', '{"id":', '{"id":"c"}'), Named, context)
  expect(records.map(({ line, value }) => [line, value.id])).toEqual([
    [1, 'a'],
    [3, 'c'],
  ])
  expect(rejected).toEqual([[2, 'The line is not JSON', '{"id":']])
  expect(read()).toBe(3)
})

test('a last line that is cut off makes the file unusable', () => {
  expect(() => ndjsonRecords(fileOf('{"id":"a"}', '{"id":"b'), Named, reading().context)).toThrow(
    'Line 2, the last, is cut off',
  )
})
