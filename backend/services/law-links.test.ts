import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RichNode, RichText } from '@amtsweg/contract'
import { lawAddress, lawFinder, linkLaws, namesOfLaw } from './law-links.ts'

const law = (title: string, path: string) => ({ title, url: `https://laws.example/${path}`, invented: true })
const laws = lawFinder([
  law('Bundesmeldegesetz (BMG) §§ 17, 19 und 21', 'bmg'),
  law('Landesbauordnung Mecklenburg-Vorpommern (LBauO M-V)', 'lbauo'),
  law('Baugesetzbuch (BauGB)', 'baugb'),
  { title: 'Gewerbeordnung (GewO)', invented: true },
])
const p = (...children: RichNode[]): RichText => [{ tag: 'p', children }]
/** The links of a text as "words > path". */
const links = (text: RichText): string[] =>
  text.flatMap((node) => {
    if (typeof node === 'string') return []
    const words = JSON.stringify(node.children ?? []).slice(2, -2)
    return node.tag === 'a'
      ? [`${words} > ${new URL(node.href!).pathname.slice(1)}`]
      : links(node.children ?? [])
  })
const wordsOf = (text: RichText): string =>
  text.map((node) => (typeof node === 'string' ? node : wordsOf(node.children ?? []))).join('')

describe('a law', () => {
  test.each([
    ['Bundesmeldegesetz (BMG) §§ 17 und 21', ['Bundesmeldegesetz', 'BMG']],
    ['§ 17 Bundesmeldegesetz (BMG)', ['Bundesmeldegesetz', 'BMG']],
    ['Neuntes Buch Sozialgesetzbuch (SGB IX), Teil 2', ['Neuntes Buch Sozialgesetzbuch', 'SGB IX']],
    ['Landesblindengeldgesetz Mecklenburg-Vorpommern', ['Landesblindengeldgesetz Mecklenburg-Vorpommern']],
    ['Passverordnung (siehe dort)', ['Passverordnung']],
    ['§ 1', []],
    ['', []],
  ])('titled "%s" is called %j', (title, names) => expect(namesOfLaw(title)).toEqual(names))
})

describe('a text', () => {
  test.each([
    ['Nach § 17 Absatz 1 BMG melden Sie sich an.', ['§\u00a017 Absatz 1 BMG > bmg']],
    ['Nach BMG § 17 Abs. 2 geht das.', ['BMG §\u00a017 Abs. 2 > bmg']],
    ['§§ 17, 19 und 21 des Bundesmeldegesetzes', ['§§\u00a017, 19 und 21 des Bundesmeldegesetzes > bmg']],
    ['Das BMG und noch einmal das BMG.', ['BMG > bmg']],
    ['LBauO M-V § 73 und BauGB', ['LBauO M-V §\u00a073 > lbauo', 'BauGB > baugb']],
    ['Das steht in § 14 GewO.', []],
    ['BMGX, XBMG und Bundesmeldegesetzgebung sind andere Wörter.', []],
  ])('"%s" leads to %j', (words, expected) => expect(links(linkLaws(p(words), laws))).toEqual(expected))

  test('that is a link already stays one, as do lists', () => {
    const link = { tag: 'a', href: 'https://other.example/', children: ['BMG'] } as const
    const list = { tag: 'ul', children: [{ tag: 'li', children: ['siehe BMG'] }] } as const
    expect(linkLaws([link], laws)).toEqual([link])
    expect(links(linkLaws([link, list], laws))).toEqual(['BMG > ', 'BMG > bmg'])
  })

  test('keeps the paragraph sign with its number even where no law can be read', () => {
    expect(linkLaws(p('§ 5 und §§  6'), lawFinder([]))).toEqual(p('§\u00a05 und §§\u00a06'))
  })

  test('never loses or gains a word', () => {
    const part = fc.constantFrom(
      'BMG',
      '§ 17',
      'LBauO M-V',
      ' ',
      ', ',
      'und',
      'Abs. 5',
      'Bundesmeldegesetzes',
      '§§',
      'ß',
      '(',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const words = parts.join('')
        const bare = (text: string) => text.replace(/\s+/g, ' ')
        expect(bare(wordsOf(linkLaws(p(words), laws)))).toBe(bare(words))
      }),
    )
  })

  test('of 100,000 signs that look like law is read at once', () => {
    const began = process.cpuUsage().user
    linkLaws(p('§§ 1, 2 und 3 bis 4 Abs. 5 '.repeat(3_700)), laws)
    expect((process.cpuUsage().user - began) / 1_000).toBeLessThan(2_000)
  })
})

test.each([
  ['BMG § 17', 'https://laws.example/bmg'],
  ['§ 29 BauGB', 'https://laws.example/baugb'],
  ['KAG M-V § 3', undefined],
  [undefined, undefined],
])('the citation %s is read at %s', (citation, url) => expect(lawAddress(citation, laws)).toBe(url))

test('without an address there is nothing to find', () => {
  expect(lawFinder([{ title: 'Bundesmeldegesetz (BMG)', invented: false }])).toBeUndefined()
  expect(lawAddress('BMG § 17', undefined)).toBeUndefined()
})
