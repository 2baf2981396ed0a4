import type { Context } from 'hono'
import { expect, test } from 'vitest'
import { createAnswer } from './answer.ts'
import { checkPrecondition, preconditionOf } from './precondition.ts'

const request = (headers: Readonly<Record<string, string>>) =>
  ({ req: { header: (name: string) => headers[name] } }) as unknown as Context
const tagOf = (state: object) => createAnswer(JSON.stringify(state), {}).tag
const holds = (ifMatch: string, state: object) => () =>
  checkPrecondition(preconditionOf(request({ 'if-match': ifMatch })), state, true)

// Their validators end like those of compressed answers (found by killing servers thirty thousand edits long).
const ordinary = { note: 'Fassung 1' }
const lookalike = { spans: [], exceptions: [], note: 'Fassung 22976' }

test.each([ordinary, lookalike])('what was read of %j may be changed, however it was sent', (state) => {
  const tag = tagOf(state)
  for (const sent of [`"${tag}"`, `"${tag}-br"`, `"${tag}-gzip"`, `"other", "${tag}"`])
    expect(holds(sent, state)).not.toThrow()
})

test('there is a state whose validator ends like that of a compressed answer', () => {
  expect(tagOf(lookalike)).toMatch(/-br$/)
})

test.each(['"other"', 'W/"weak"', 'none', '""'])('%s is no condition that holds', (ifMatch) => {
  expect(holds(ifMatch, ordinary)).toThrow()
})

test('a state without its last letters is another one', () => {
  expect(holds(`"${tagOf(lookalike).replace(/-br$/, '')}"`, lookalike)).toThrow()
})
