import { expect, test } from 'vitest'
import { z } from 'zod'
import { readBody } from './body.ts'
import { ProblemError } from './problem.ts'

const Order = z.object({ name: z.string(), lines: z.array(z.object({ count: z.number() })) })

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') =>
  new Uint8Array(Buffer.from(text, encoding)).buffer

const partsOf = (bytes: ArrayBuffer) => {
  try {
    readBody(Order, bytes)
  } catch (error) {
    if (error instanceof ProblemError)
      return [error.code, error.details.errors?.map(({ pointer }) => pointer)]
    throw error
  }
  return []
}

test('a body that fits is read', () => {
  expect(readBody(Order, bytesOf('\ufeff{"name":"Amt","lines":[{"count":2}],"more":1}'))).toEqual({
    name: 'Amt',
    lines: [{ count: 2 }],
  })
})

test.each([
  ['', ['']],
  ['{"name":', ['']],
  ['null', ['']],
  ['{"lines":[]}', ['/name']],
  ['{"name":"Amt","lines":[{"count":1},{"count":"x"}]}', ['/lines/1/count']],
])('%j is refused with the fields %j', (text, pointers) => {
  expect(partsOf(bytesOf(text))).toEqual(['invalid-body', pointers])
})

test.each(['latin1', 'utf16le'] as const)(
  'a body in %s is refused instead of published with holes',
  (encoding) => {
    expect(partsOf(bytesOf('{"name":"Straße","lines":[]}', encoding))).toEqual(['invalid-body', ['']])
  },
)

test.each(['\\u0000', '\\ud800', '\\udc00\\ud800'])(
  'a text with %s is refused, as not every database could give it back',
  (character) => {
    expect(partsOf(bytesOf(`{"name":"Amt ${character}","lines":[]}`))).toEqual(['invalid-body', ['/name']])
    const named = bytesOf(`{"de":"Amt","${character}":"x"}`)
    expect(() => readBody(z.record(z.string(), z.string()), named)).toThrow(ProblemError)
  },
)

test('signs outside the basic plane are kept', () => {
  expect(readBody(z.string(), bytesOf('"\\ud83c\\udfdb"'))).toBe('🏛')
})
