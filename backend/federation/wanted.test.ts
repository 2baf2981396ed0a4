import { expect, test } from 'vitest'
import { wantedIn } from './wanted.ts'

/** A Land, and in it a town of its own. */
const owner = (area = '') => ['13004', '13'].find((key) => area.startsWith(key)) ?? ''
const nobody = () => ''

test.each<
  [
    areas: readonly string[],
    ownerOf: (area?: string) => string,
    region: string | null,
    wanted: boolean,
    why: string,
  ]
>([
  [[], nobody, null, true, 'whoever subscribes to everything gets what holds everywhere'],
  [[], nobody, '02', true, 'and what holds anywhere'],
  [[], owner, '02', true, 'also where some areas are kept here'],
  [[], owner, '13004', false, 'but not for what is kept here'],
  [['13004'], nobody, '130040000000', true, 'an area that is named, with all in it'],
  [['13004'], nobody, '13076', false, 'no other'],
  [['13004'], nobody, '13', false, 'and none around it'],
  [['13004'], nobody, null, false, 'nor everywhere'],
  [['13004'], owner, '130040000000', true, 'whoever names an area of ours lets the other node write for it'],
  [['13'], owner, '130040000000', false, 'but naming the Land does not give away the town'],
  [['13'], owner, '13076', true, 'only what is the Land’s own'],
])('%j of %s: %s is wanted: %s (%s)', (areas, ownerOf, region, wanted) => {
  expect(wantedIn(areas, ownerOf)(region)).toBe(wanted)
})
