import { expect, test } from 'vitest'
import { intervalIn, intervalWords, originIn } from './schedule-order.ts'

test.each([
  ['5m', 300, '5m'],
  ['90m', 5_400, '90m'],
  ['24h', 86_400, '1d'],
  ['36h', 129_600, '36h'],
  ['90d', 7_776_000, '90d'],
])('%s are %i seconds, said again as %s', (words, seconds, again) => {
  expect(intervalIn(words)).toBe(seconds)
  expect(intervalWords(seconds)).toBe(again)
})

test.each(['4m', '0h', '91d', '1.5h', 'täglich', '24', ''])('%s is no interval', (words) => {
  expect(() => intervalIn(words)).toThrow('5m to 90d')
})

test('an address without TLS is taken only where the operator has allowed it', () => {
  expect(originIn('https://stadt.example/x.csv', [])).toBe('https://stadt.example/x.csv')
  expect(originIn('http://127.0.0.1:8080/x.csv', ['127.0.0.1:8080'])).toBe('http://127.0.0.1:8080/x.csv')
  expect(() => originIn('http://127.0.0.1:8081/x.csv', ['127.0.0.1:8080'])).toThrow('https://')
})
