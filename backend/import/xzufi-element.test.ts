import { describe, expect, test } from 'vitest'
import { xzufiElement } from './testing.ts'
import {
  all,
  attributeOf,
  booleanOf,
  codeNameOf,
  codeOf,
  first,
  inOrder,
  integerOf,
  languageOf,
  textOf,
  valueOf,
  wordsOf,
} from './xzufi-element.ts'

const read = (inner: string) => xzufiElement(`<leistung><id>1</id>${inner}</leistung>`)

test('children are found by name, one or many, whatever their case and namespace of ours', async () => {
  const element = await read('<a>1</a><b xmlns="">2</b><A>3</A><x:a xmlns:x="urn:foreign">4</x:a>')
  expect(all(element, 'a').map(textOf)).toEqual(['1', '3'])
  expect(valueOf(element, 'B')).toBe('2')
  expect(first(element, 'c')).toBeUndefined()
})

test('an empty value is none', async () => {
  const element = await read('<a> </a><b/><c><d>1</d></c>')
  expect(['a', 'b', 'c'].map((name) => valueOf(element, name))).toEqual([undefined, undefined, undefined])
})

test('an attribute is found however its sender writes it', async () => {
  const element = first(await read('<a schemeAgencyId="x" other="y"/>'), 'a')
  expect(attributeOf(element, 'schemeAgencyID')).toBe('x')
  expect(attributeOf(element, 'schemeID')).toBeUndefined()
})

test.each([
  ['<a><code>5</code><name>five</name></a>', '5', 'five'],
  ['<a><code xmlns="">5</code></a>', '5', undefined],
  ['<a>5</a>', '5', undefined],
  ['<a/>', undefined, undefined],
])('the code of %s is %s', async (xml, code, name) => {
  const element = first(await read(xml), 'a')
  expect(codeOf(element)).toBe(code)
  expect(codeNameOf(element)).toBe(name)
})

test.each([
  ['true', true],
  ['1', true],
  ['false', false],
  [' 0 ', false],
  ['ja', undefined],
])('%s means %s', async (text, value) => {
  expect(booleanOf(await read(`<a>${text}</a>`), 'a')).toBe(value)
})

test.each([
  ['12', 12],
  ['-3', -3],
  ['1.5', undefined],
  ['99999999999', undefined],
  ['zwei', undefined],
])('%s is the number %s', async (text, value) => {
  expect(integerOf(await read(`<a>${text}</a>`), 'a')).toBe(value)
})

describe('the language of a text', () => {
  test.each([
    ['languageCode="de"', 'de'],
    ['languageCode="de-DE"', 'de'],
    ['languageCode="en_GB"', 'en'],
    ['languageCode="DE"', 'de'],
    ['languageCode="de-x-leicht"', 'de-x-leicht'],
    ['xml:lang="uk"', 'uk'],
    ['languageCode=""', 'de'],
    ['', 'de'],
  ])('%s is %s', async (attribute, language) => {
    const element = first(await read(`<a ${attribute}>x</a>`), 'a')
    expect(element && languageOf(element)).toBe(language)
  })
})

test('of several texts in one language the first that says something counts', async () => {
  const element = await read(
    '<a languageCode="de"> </a><a languageCode="de">eins</a><a languageCode="de-AT">zwei</a><a languageCode="en">one</a>',
  )
  expect(wordsOf(element, 'a')).toEqual({ de: 'eins', en: 'one' })
})

test('elements stand in the order of their positions, others behind as they came', async () => {
  const position = (at: number) => `<positionDarstellung>${at}</positionDarstellung>`
  const element = await read(
    `<a><n>x</n></a><a><n>b</n>${position(2)}</a><a><n>y</n></a><a><n>a</n>${position(1)}</a>`,
  )
  expect(inOrder(all(element, 'a')).map((one) => valueOf(one, 'n'))).toEqual(['a', 'b', 'x', 'y'])
})
