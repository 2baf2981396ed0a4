import { globSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'

type Words = { readonly [key: string]: string | ((...values: never[]) => unknown) | Words }

function* said(words: Words): Generator<string> {
  for (const value of Object.values(words)) {
    if (typeof value === 'string') yield value
    else if (typeof value === 'object') yield* said(value)
    else yield String(value(...(['X', 'X', 'X'] as never[])))
  }
}

const domains = globSync('*/de-x-leicht.ts', { cwd: import.meta.dirname }).map((file) => dirname(file))
const texts = await Promise.all(
  domains.map(async (domain) => [
    ...said(((await import(`./${domain}/de-x-leicht.ts`)) as { messages: Words }).messages),
  ]),
)
const sentences = texts.flat().flatMap((text) => text.split(/[.:?!…]+\s*/).filter((part) => part.trim()))

test('Leichte Sprache says one thing in a sentence, in twelve words at most', () =>
  expect(sentences.filter((one) => one.split(/\s+/).length > 12 || one.includes(';'))).toEqual([]))

test('Leichte Sprache divides long words by a hyphen', () => {
  const words = sentences.flatMap((one) => one.split(/[^\p{L}]+/u))
  // What people type, and names, stay as they are.
  const known = ['OpenStreetMap', 'Personalausweis', 'Leistungsschlüssel']
  expect([...new Set(words.filter((one) => one.length > 14 && !known.includes(one)))]).toEqual([])
})

test('Leichte Sprache knows no genitive', () =>
  expect(sentences.filter((one) => /\b(?:des|eines|ihres|seines|wegen|trotz)\b/i.test(one))).toEqual([]))
