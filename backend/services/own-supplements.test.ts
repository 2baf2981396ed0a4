import { describe, expect, test } from 'vitest'
import type { SupplementEdit } from '@amtsweg/contract'
import { inFixedOrder, supplementFaults } from './own-supplements.ts'

const item = (more: Partial<SupplementEdit> = {}): SupplementEdit => ({
  code: '06',
  lang: 'de',
  mode: 'addition',
  html: '<p>Bitte einen Termin vereinbaren.</p>',
  ...more,
})
const ofTheTown = { typisierung: '5', region_key: null }
const wismar = '130740087'

describe('what an authority says of a service', () => {
  test('is kept in one order, however it was sent', () => {
    const items = [item({ code: '08' }), item({ lang: 'en' }), item({ mode: 'replacement' }), item()]
    expect(inFixedOrder(items)).toEqual(inFixedOrder(items.toReversed()))
    expect(inFixedOrder(items).map(({ code, lang, mode }) => `${code} ${lang} ${mode}`)).toEqual([
      '06 de addition',
      '06 de replacement',
      '06 en addition',
      '08 de addition',
    ])
  })

  test('is told back as it is kept, without anything that acts', () => {
    const [kept] = inFixedOrder([item({ html: '<p onclick="x()">Gut<script>alert(1)</script></p>' })])
    expect(kept?.html).toBe('<p>Gut</p>')
    expect(inFixedOrder([kept!])).toEqual([kept])
  })
})

describe('what speaks against it', () => {
  test.each([
    ['nothing against an addition, whoever regulates', [item()], { typisierung: '2', region_key: null }, []],
    ['nothing against the town’s own words for its own service', [item({ mode: 'replacement' })], ofTheTown, []],
    ['nothing against two languages', [item(), item({ lang: 'en' })], ofTheTown, []],
    ['the same twice', [item(), item({ html: 'anders' })], ofTheTown, [['/items/1/code', false]]],
    ['no text', [item({ html: '<p> </p>' })], ofTheTown, [['/items/0/html', false]]],
    ['only what is not allowed', [item({ html: '<script>1</script>' })], ofTheTown, [['/items/0/html', false]]],
    ['another’s words for a text of the Bund', [item({ mode: 'replacement' })], { typisierung: '2', region_key: null }, [['/items/0/mode', true]]],
    ['another’s words for a text of the Land', [item(), item({ mode: 'replacement' })], { typisierung: '4', region_key: '13' }, [['/items/1/mode', true]]],
    ['a text of which nobody said whose it is', [item({ mode: 'replacement' })], { typisierung: null, region_key: null }, [['/items/0/mode', true]]],
  ])('%s', (_name, items, text, faults) =>
    expect(supplementFaults(items, text, wismar).map(({ pointer, isReserved }) => [pointer, isReserved])).toEqual(faults),
  ) // prettier-ignore
})
