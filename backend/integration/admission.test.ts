import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { admit } from './admission.ts'
import { localClient } from './testing.ts'

const rules = { ownHosts: ['amtsweg.musterstadt.de', 'xn--mnchen-3ya.de'], allow: ['127.0.0.1:8123'] }

test.each([
  ['https://amt.de', 'https://amt.de/'],
  ['http://amt.de:443/a?b#c', 'http://amt.de:443/a?b'],
  ['http://127.0.0.1:8123/', 'http://127.0.0.1:8123/'],
  ['HTTP://AMT.DE/%7Ea', 'http://amt.de/%7Ea'],
])('%s may be looked up', (address, href) => {
  expect(String(admit(address, rules))).toBe(href)
})

test.each([
  ['', 'malformed'],
  ['amt.de', 'malformed'],
  ['//amt.de/', 'malformed'],
  ['http://', 'malformed'],
  ['http://a\0b.de/', 'malformed'],
  ['http://a%00b.de/', 'malformed'],
  ['http://[fe80::1%25eth0]/', 'malformed'],
  ['http://[fe80::1%eth0]/', 'malformed'],
  ['http://1.2.3.4.5/', 'malformed'],
  ['http://256.1.1.1/', 'malformed'],
  [`https://amt.de/${'x'.repeat(2_000)}`, 'malformed'],
  ['ftp://amt.de/', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['data:text/html,x', 'scheme'],
  ['gopher://amt.de:70/', 'scheme'],
  ['http://user@amt.de/', 'credentials'],
  ['http://amt.de:80@127.0.0.1/', 'credentials'],
  ['http://amt.de:22/', 'port'],
  ['https://amt.de:6379/', 'port'],
  ['https://amtsweg.musterstadt.de/', 'own-server'],
  ['https://AMTSWEG.musterstadt.de./', 'own-server'],
  ['https://amtsweg.musterstadt.de:80/', 'own-server'],
  ['https://ａｍｔｓｗｅｇ.musterstadt.de/', 'own-server'],
  ['https://münchen.de/', 'own-server'],
])('%s is refused: %s', (address, reason) => {
  expect(admit(address, rules)).toBe(reason)
})

describe('this computer', () => {
  const signal = new AbortController().signal
  const byte = (value: number) =>
    fc.constantFrom(
      String(value),
      `0x${value.toString(16)}`,
      `0${value.toString(8)}`,
      `0X0${value.toString(16)}`,
    )
  /** 127.a.b.c in every way that browsers read: decimal, octal, hexadecimal, with fewer parts. */
  const loopback = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)).chain(([a, b, c]) =>
    fc.oneof(
      fc.tuple(byte(127), byte(a), byte(b), byte(c)).map((parts) => parts.join('.')),
      fc.tuple(byte(127), byte(a), byte(b * 256 + c)).map((parts) => parts.join('.')),
      fc.tuple(byte(127), byte((a * 256 + b) * 256 + c)).map((parts) => parts.join('.')),
      byte(((127 * 256 + a) * 256 + b) * 256 + c),
      fc.constant(`[::ffff:127.${a}.${b}.${c}]`),
      fc.constant(`[64:ff9b::127.${a}.${b}.${c}]`),
    ),
  )
  const disguise = fc.constantFrom(
    (host: string) => host,
    (host: string) => `${host}.`,
    (host: string) => host.replace(/[0-9]/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    (host: string) => `\t${host}`,
    (host: string) => host.replaceAll('.', '。'),
  )
  const after = fc.constantFrom('', '/', ':80/', '/?x#y', '\\@amt.de/', '#@amt.de/')

  test('is asked under none of its names', async () => {
    const client = localClient([])
    await fc.assert(
      fc.asyncProperty(loopback, disguise, after, async (host, disguised, rest) => {
        const outcome = await client({ method: 'GET', url: `http://${disguised(host)}${rest}`, signal })
        return outcome.kind === 'refused'
      }),
      { numRuns: 150 },
    )
  }, 30_000)
})

test('whatever is typed as an address, the answer is a refusal or an address without credentials on an open port', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl({ withFragments: true }),
        fc.string(),
        fc.string().map((text) => `http://${text}`),
      ),
      (text) => {
        const url = admit(text, rules)
        if (typeof url === 'string') return true
        return (
          /^https?:$/.test(url.protocol) &&
          !url.username &&
          !url.password &&
          /^(|80|443|8123)$/.test(url.port)
        )
      },
    ),
    { numRuns: 150 },
  )
}, 30_000)
