import { expect, test } from 'vitest'
import { linkAddress } from './link-address.ts'

test.each([
  ['https://amt.de/a#teil', 'https://amt.de/a', 'amt.de'],
  ['HTTPS://AMT.de', 'https://amt.de/', 'amt.de'],
  ['http://münchen.de/ä', 'http://xn--mnchen-3ya.de/%C3%A4', 'xn--mnchen-3ya.de'],
])('%s is looked after as %s', (address, url, host) => {
  expect(linkAddress(address)).toEqual({ url, host, malformed: false })
})

test.each([
  undefined,
  '',
  'amt.de',
  '+49 385 123',
  'a@b.de',
  'javascript:alert(1)',
  'https://musterstadt.example/a',
  'https://www.example.org/',
  'http://a.test/',
  'http://localhost:8080/',
  'http://drucker.local/',
  'mailto:a@amt.de',
  'mailto:a@amt.de?subject=x',
  'tel:115',
  'tel:+49-385-123%204',
])('there is nothing to look after about %s', (address) => {
  expect(linkAddress(address)).toBeUndefined()
})

test.each(['mailto:amt.de', 'mailto:a@', 'mailto:a b@amt.de', 'tel:', 'tel:anrufen'])(
  '%s cannot work',
  (address) => {
    expect(linkAddress(address)).toMatchObject({ host: '', malformed: true })
  },
)
