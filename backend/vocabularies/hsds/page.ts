import type { HsdsPage } from '@amtsweg/contract'

/** Which part of a list is wanted; pages count from 1. */
export interface Wanted {
  readonly page: number
  readonly per_page: number
}

/** The items of a list that stand on the page. */
export const sliceOf = <Item>(items: readonly Item[], { page, per_page }: Wanted): readonly Item[] =>
  items.slice((page - 1) * per_page, page * per_page)

/** The standard's envelope around one page of so many items in all. */
export function pageOfItems(
  contents: readonly { readonly id: string }[],
  total: number,
  { page, per_page }: Wanted,
): HsdsPage {
  const pages = Math.max(1, Math.ceil(total / per_page))
  return {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents: [...contents],
  }
}
