import { expect, test } from 'vitest'
import { z } from 'zod'
import { readBody } from './body.ts'
import { ProblemError } from './problem.ts'

const Order = z.object({ name: z.string(), lines: z.array(z.object({ count: z.number() })) })

const partsOf = (text: string) => {
  try {
    readBody(Order, text)
  } catch (error) {
    if (error instanceof ProblemError)
      return [error.code, error.details.errors?.map(({ pointer }) => pointer)]
    throw error
  }
  return []
}

test('a body that fits is read', () => {
  expect(readBody(Order, '{"name":"Amt","lines":[{"count":2}],"more":1}')).toEqual({
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
  expect(partsOf(text)).toEqual(['invalid-body', pointers])
})
