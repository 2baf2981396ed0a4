import { expect, test } from 'vitest'
import type { AreaKind } from '@amtsweg/contract'
import { detailOf } from './area-detail.ts'

const areas = new Map<string, { kind: AreaKind; full_name: string }>([
  ['13', { kind: 'land', full_name: 'Mecklenburg-Vorpommern' }],
  ['13003', { kind: 'kreisfreie-stadt', full_name: 'Rostock' }],
  ['130030000', { kind: 'amtsfreie-gemeinde', full_name: 'Rostock, Hanse- und Universitätsstadt' }],
  ['13076', { kind: 'landkreis', full_name: 'Landkreis Ludwigslust-Parchim' }],
  ['130765659', { kind: 'amt', full_name: 'Amt Ludwigslust-Land' }],
  ['130760060', { kind: 'amtsfreie-gemeinde', full_name: 'Hagenow, Stadt' }],
])

test.each([
  [
    'a Gemeinde of an Amt by Amt and Kreis',
    '130765659001',
    'Amt Ludwigslust-Land · Landkreis Ludwigslust-Parchim',
  ],
  ['an amtsfreie Gemeinde by its Kreis', '130760060060', 'Landkreis Ludwigslust-Parchim'],
  ['a kreisfreie Stadt by its Land', '130030000000', 'Mecklenburg-Vorpommern'],
  ['an Amt by its Kreis', '130765659', 'Landkreis Ludwigslust-Parchim'],
  ['a Kreis by its Land', '13076', 'Mecklenburg-Vorpommern'],
  ['a Land by nothing', '13', ''],
  ['an unknown area by nothing', '990000000000', ''],
])('one tells %s', (_, key, detail) => {
  expect(detailOf(key, areas)).toBe(detail)
})
