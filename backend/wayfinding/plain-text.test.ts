import { expect, test } from 'vitest'
import { partText, plainText } from './plain-text.ts'

test('a text module gives its words, blocks apart and marked letters together', () => {
  const content = [
    { tag: 'p', children: ['Den ', { tag: 'strong', children: ['Personal'] }, 'ausweis'] },
    {
      tag: 'ul',
      children: [
        { tag: 'li', children: ['Foto'] },
        { tag: 'li', children: ['Antrag'] },
      ],
    },
    { tag: 'br' },
    'Ende',
  ]
  expect(words(plainText(JSON.stringify(content)))).toEqual([
    'Den',
    'Personalausweis',
    'Foto',
    'Antrag',
    'Ende',
  ])
})

test('a form or document gives its names', () => {
  expect(partText('{"title":"Antrag","url":"https://example.org","invented":false}')).toBe('Antrag')
  expect(partText('{"name":"Foto","hint":"biometrisch","required":true}')).toBe('Foto biometrisch')
  expect(partText('{"kind":"fixed","amountCents":1250}')).toBe('')
})

const words = (text: string) => text.trim().split(/\s+/)
