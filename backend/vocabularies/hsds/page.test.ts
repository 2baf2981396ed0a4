import { expect, test } from 'vitest'
import { pageOfItems, sliceOf } from './page.ts'

const items = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }))
const at = (page: number, per_page = 2) => {
  const wanted = { page, per_page }
  return pageOfItems(sliceOf(items, wanted), items.length, wanted)
}

test.each([
  [
    1,
    {
      total_items: 5,
      total_pages: 3,
      page_number: 1,
      size: 2,
      first_page: true,
      last_page: false,
      empty: false,
    },
  ],
  [
    3,
    {
      total_items: 5,
      total_pages: 3,
      page_number: 3,
      size: 1,
      first_page: false,
      last_page: true,
      empty: false,
    },
  ],
  [
    4,
    {
      total_items: 5,
      total_pages: 3,
      page_number: 4,
      size: 0,
      first_page: false,
      last_page: true,
      empty: true,
    },
  ],
])('page %i of five items in twos', (page, envelope) => {
  expect(at(page)).toMatchObject(envelope)
})

test('all pages together hold every item once, and an empty list has one empty page', () => {
  expect([1, 2, 3].flatMap((page) => at(page).contents.map(({ id }) => id))).toEqual([
    'a',
    'b',
    'c',
    'd',
    'e',
  ])
  expect(pageOfItems([], 0, { page: 1, per_page: 50 })).toMatchObject({
    total_items: 0,
    total_pages: 1,
    first_page: true,
    last_page: true,
    empty: true,
  })
})
