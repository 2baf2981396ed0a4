import { expect, test } from 'vitest'
import { formTo, readQuestion, wayTo } from './question.ts'

const asked = (query: Record<string, string>, accept?: string) => readQuestion('wayfinder', query, accept)

test('what cannot be read is named and left out; the rest holds', () => {
  const { said, unreadable } = asked({ area: 'x', view: 'a-z', accent: 'red', q: 'Hund' })
  expect(said).toEqual({ view: 'a-z', q: 'Hund' })
  expect(unreadable).toEqual(['area', 'accent'])
})

test('what was typed is kept even where it cannot be read', () => {
  const long = 'a'.repeat(201)
  const { said, typed, unreadable } = asked({ q: long, place: '\u0007' })
  expect([said.q, said.place, typed.q, unreadable]).toEqual([undefined, undefined, long, ['q', 'place']])
})

test.each([
  [{ lang: 'en' }, undefined, 'en'],
  [{}, 'en-GB,de;q=0.5', 'en'],
  [{ lang: 'de' }, 'en', 'de'],
  [{}, undefined, 'de'],
  [{ lang: 'xx' }, undefined, 'de'],
])('%j for a browser that wants %s is in %s', (query, accept, lang) =>
  expect(asked(query as Record<string, string>, accept).lang).toBe(lang),
)

test('every way on keeps the settings and where the reader lives, and says German too', () => {
  const question = asked({
    area: '13',
    lang: 'de',
    scheme: 'dark',
    in: '130740087087',
    q: 'Hund',
    cursor: 'x',
  })
  expect(wayTo(question)({ service: 'x' })).toBe(
    '/embed/wayfinder?area=13&lang=de&scheme=dark&in=130740087087&service=x',
  )
  expect(formTo(question, {}).hidden).toMatchObject({ area: '13', lang: 'de', scheme: 'dark' })
})

test('attributes that mean nothing here, and names of objects, are passed over', () =>
  expect(asked({ 'deep-links': '', loading: 'eager', __proto__: 'x', constructor: 'x' }).unreadable).toEqual(
    [],
  ))
