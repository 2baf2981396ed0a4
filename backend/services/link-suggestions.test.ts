import { describe, expect, test } from 'vitest'
import { linkSuggestions, variantsOf } from './link-suggestions.ts'

const nothing = () => false
const dead = (url: string) => ({ url, verdict: 'dead' as const, movedTo: null })

describe('what could stand in the place of an address that does not work', () => {
  test('is first where its server says it has gone', () => {
    const moved = { url: 'http://a.example/x', verdict: 'moved' as const, movedTo: 'https://b.example/x' }
    expect(linkSuggestions(moved, nothing)).toEqual([{ kind: 'moved', url: 'https://b.example/x' }])
  })

  test.each([
    ['http://a.example/x', 'https://a.example/x'],
    ['https://a.example/x/', 'https://a.example/x'],
    ['https://www.a.example/x', 'https://a.example/x'],
    ['https://a.example/x', 'https://www.a.example/x'],
  ])('is of %s nearly the same that is known to work', (url, variant) => {
    expect(linkSuggestions(dead(url), (one) => one === variant)[0]).toEqual({ kind: 'variant', url: variant })
  })

  test('prefers the encrypted one of two that work', () => {
    expect(linkSuggestions(dead('http://a.example/x'), () => true)[0]?.url).toBe('https://a.example/x')
  })

  test('is at last the start page, where one can look for it', () => {
    expect(linkSuggestions(dead('https://a.example/deep?id=1'), nothing)).toEqual([
      { kind: 'look-here', url: 'https://a.example/' },
    ])
  })

  test.each(['https://a.example/', 'mailto:amt@a.example', 'tel:+49385', 'kein Link'])(
    'is nothing of %s',
    (url) => {
      expect(linkSuggestions(dead(url), nothing)).toEqual([])
    },
  )

  test('no variant is the address itself', () => {
    for (const url of ['https://a.example', 'https://www.a.example/x?q=1', 'http://a.example/ä'])
      expect(variantsOf(url)).not.toContain(url)
  })
})
