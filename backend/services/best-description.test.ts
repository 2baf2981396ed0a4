import { expect, test } from 'vitest'
import { bestDescription } from './best-description.ts'

const description = (id: string, region_key: string | null, richness: number) => ({
  id,
  region_key,
  richness,
})
const federal = description('federal', null, 900)
const state = description('state', '13', 500)
const town = description('town', '130040000', 10)
const other = description('other', '09162', 9_000)
const schwerin = ['130040000000', '130040000', '13004', '130', '13']

test.each([
  ['the most local rules, however short', [federal, state, town, other], schwerin, 'town'],
  ['the state’s text rules where the town has none', [federal, state, other], schwerin, 'state'],
  ['what holds everywhere is better than nothing', [other, federal], schwerin, 'federal'],
  ['of equally local ones the fullest rules', [state, description('fuller', '13', 501)], schwerin, 'fuller'],
  ['of equal ones the first by id', [description('b', '13', 1), description('a', '13', 1)], schwerin, 'a'],
  ['what holds elsewhere is none', [other], schwerin, undefined],
  ['without a region every description holds', [federal, other, state], undefined, 'other'],
])('%s', (_name, candidates, regions, expected) => {
  expect(bestDescription(candidates, regions)?.id).toBe(expected)
  expect(bestDescription(candidates.toReversed(), regions)?.id).toBe(expected)
})
