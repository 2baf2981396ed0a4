import { expect, test } from 'vitest'
import { languageTerm, regionTerm, scopeTerms } from './scope.ts'

test('an area is found in itself, in all regions around it, and nationwide', () => {
  expect(scopeTerms(['de'], '130765659001')).toEqual([
    ['lde'],
    ['r0', 'r13', 'r130', 'r13076', 'r130765659', 'r130765659001'],
  ])
})

test('without an area no region is left out', () => {
  expect(scopeTerms(['en', 'de'], undefined)).toEqual([['len', 'lde']])
})

test('terms are single words', () => {
  expect([languageTerm('de-x-leicht'), regionTerm('13'), regionTerm(null)]).toEqual([
    'ldexleicht',
    'r13',
    'r0',
  ])
})
