import { expect, test } from 'vitest'
import { soundFinder } from './sound-alike.ts'

const alike = soundFinder(['fuhrerschein', 'gewerbe', 'urkunde', 'adr', 'physiotherapie'])

test.each([
  ['furerschain', ['fuhrerschein']],
  ['vuhrerschein', ['fuhrerschein']],
  ['fisioterapi', ['physiotherapie']],
])('%s sounds like %j', (typed, words) => {
  expect(alike(typed)).toEqual(words)
})

test.each(['adr', 'otr', 'xyz', ''])('%s has too few sounds', (typed) => {
  expect(alike(typed)).toEqual([])
})
