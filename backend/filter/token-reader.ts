import { quoted, refuse } from './fault.ts'
import { createTokens, type Token } from './tokens.ts'

export type TokenReader = ReturnType<typeof createTokenReader>

/** Reads the words of a filter one after another, looking two ahead. */
export function createTokenReader(filter: string) {
  const next = createTokens(filter)
  let ahead = next()
  let second = next()

  const peek = (): Token => ahead
  const peekSecond = (): Token => second

  function take(): Token {
    const token = ahead
    ahead = second
    second = next()
    return token
  }

  const isSign = (text: string): boolean => ahead.kind === 'sign' && ahead.text === text

  const isWord = (word: string): boolean => ahead.kind === 'name' && ahead.text.toUpperCase() === word

  function skipWord(word: string): boolean {
    if (!isWord(word)) return false
    take()
    return true
  }

  function expect(sign: string): void {
    if (!isSign(sign)) unexpected(`"${sign}"`)
    take()
  }

  function unexpected(wanted: string): never {
    const found = ahead.kind === 'end' ? 'the filter ends' : `there is ${quoted(ahead.text)}`
    return refuse(`Expected ${wanted}, but here ${found}.`, ahead.at)
  }

  /** `(item, item)`, or none in the parentheses. */
  function readList<Item>(read: () => Item): Item[] {
    expect('(')
    if (isSign(')')) {
      take()
      return []
    }
    const items = [read()]
    while (isSign(',')) {
      take()
      items.push(read())
    }
    expect(')')
    return items
  }

  function readNumber(): number {
    const negative = isSign('-')
    if (negative || isSign('+')) take()
    if (ahead.kind !== 'number') unexpected('a number')
    const token = take()
    const value = Number(token.text)
    if (!Number.isFinite(value)) refuse('The number is too large.', token.at)
    return negative ? 0 - value : value
  }

  return { peek, peekSecond, take, isSign, isWord, skipWord, expect, unexpected, readList, readNumber }
}
