import { sortKeyOf } from './german-order.ts'

/** Longer ones are sentences. */
const longest = 120

/** A keyword as it is stored, on one line; undefined for what is too long or holds no word. */
export function keywordOf(text: string): string | undefined {
  const keyword = text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return keyword.length <= longest && sortKeyOf(keyword) ? keyword : undefined
}
