import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RichText } from '@amtsweg/contract'
import { destination, escaped, markdownOf } from './markdown.ts'

describe('rich text as Markdown', () => {
  const cases: readonly (readonly [string, RichText, string])[] = [
    [
      'paragraphs',
      [
        { tag: 'p', children: ['Eins'] },
        { tag: 'p', children: ['Zwei'] },
      ],
      'Eins\n\nZwei',
    ],
    ['bare words', ['Nur Worte'], 'Nur Worte'],
    [
      'headings',
      [
        { tag: 'h3', children: ['Kosten'] },
        { tag: 'h4', children: ['Hunde'] },
      ],
      '### Kosten\n\n#### Hunde',
    ],
    [
      'emphasis',
      [
        {
          tag: 'p',
          children: ['sehr ', { tag: 'strong', children: ['wichtig '] }, { tag: 'em', children: ['jetzt'] }],
        },
      ],
      'sehr **wichtig** *jetzt*',
    ],
    [
      'links',
      [{ tag: 'p', children: [{ tag: 'a', href: 'https://a.example/(x)', children: ['Amt'] }] }],
      '[Amt](https://a.example/%28x%29)',
    ],
    [
      'lists in lists',
      [
        {
          tag: 'ol',
          children: [
            { tag: 'li', children: ['Antrag', { tag: 'ul', children: [{ tag: 'li', children: ['Foto'] }] }] },
            { tag: 'li', children: ['Abholen'] },
          ],
        },
      ],
      '1. Antrag\n   - Foto\n2. Abholen',
    ],
    [
      'tables',
      [
        {
          tag: 'table',
          children: [
            {
              tag: 'tr',
              children: [
                { tag: 'th', children: ['Wer'] },
                { tag: 'th', children: ['Euro'] },
              ],
            },
            {
              tag: 'tr',
              children: [
                { tag: 'td', children: ['a|b'] },
                { tag: 'td', children: ['5'] },
              ],
            },
          ],
        },
      ],
      '| Wer | Euro |\n| --- | --- |\n| a\\|b | 5 |',
    ],
    [
      'terms',
      [
        {
          tag: 'dl',
          children: [
            { tag: 'dt', children: ['Frist'] },
            { tag: 'dd', children: ['eine Woche'] },
          ],
        },
      ],
      '**Frist**\n\neine Woche',
    ],
  ]
  test.each(cases)('%s', (_, text, told) => expect(markdownOf(text)).toBe(told))

  test('words that look like markup stay words', () => {
    expect(escaped('# kein Titel')).toBe('\\# kein Titel')
    expect(escaped('1. kein Punkt')).toBe('1\\. kein Punkt')
    expect(escaped('<script>*_`[x]')).toBe('\\<script\\>\\*\\_\\`\\[x\\]')
  })

  test('whatever is written, no tag and no second line comes out of plain words', () => {
    const holds = (text: string) => !/\n|(?<!\\)[<>]/.test(escaped(text))
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'ab1 .)<>*_`[]|\\#-+=~&"\n\t\rä😀') }), holds))
  })

  test('an address neither ends its link early nor breaks the line', () => {
    expect(destination('https://a.example/a b)(<c>')).toBe('https://a.example/a%20b%29%28%3Cc%3E')
  })
})
