import { expect, test } from 'vitest'
import { safeAddress } from './safe-address.ts'

test.each([
  ['https://www.example.de/a b', 'https://www.example.de/a%20b'],
  ['mailto:amt@example.de', 'mailto:amt@example.de'],
  ['tel:+493851234', 'tel:+493851234'],
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['//example.de', undefined],
  ['/formular.pdf', undefined],
  ['https://bank.de@evil.example/', undefined],
  ['http:', undefined],
  [`https://example.de/${'a'.repeat(2_000)}`, undefined],
])('the address %.40s leads to %s', (address, expected) => {
  expect(safeAddress(address)).toBe(expected)
})
