import { describe, expect, test } from 'vitest'
import { keepLast } from './keep-last.ts'

describe('what is kept', () => {
  const counting = (limit: number) => {
    const made: string[] = []
    const keep = keepLast<string, string>(limit)
    const ask = (key: string) =>
      keep(key, async () => {
        made.push(key)
        return key.toUpperCase()
      })
    return { made, ask }
  }

  test('is made once, also for those who ask at once', async () => {
    const { made, ask } = counting(2)
    expect(await Promise.all([ask('a'), ask('a')])).toEqual(['A', 'A'])
    expect(await ask('a')).toBe('A')
    expect(made).toEqual(['a'])
  })

  test('goes when others were asked for since, whoever was asked for longest ago first', async () => {
    const { made, ask } = counting(2)
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key)
    expect(made).toEqual(['a', 'b', 'c', 'b'])
  })

  test('is nothing that failed', async () => {
    const keep = keepLast<string, string>(2)
    await expect(keep('a', () => Promise.reject(new Error('cut')))).rejects.toThrow('cut')
    expect(await keep('a', async () => 'A')).toBe('A')
  })
})
