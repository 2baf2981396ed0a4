import { describe, expect, test } from 'vitest'
import { createAnswer } from './answer.ts'
import { answerKey, createAnswerCache } from './answer-cache.ts'

function setUp(maxBytes?: number) {
  let time = 0
  let version = 'a'
  const cache = createAnswerCache({
    dataVersion: () => version,
    clock: () => time,
    ...(maxBytes ? { maxBytes } : {}),
  })
  return {
    cache,
    wait: (milliseconds: number) => (time += milliseconds),
    change: () => (version += 'b'),
    answer: (text = 'text') => createAnswer(text, {}),
  }
}

describe('the answer cache', () => {
  test('gives back what was put in', () => {
    const { cache, answer } = setUp()
    const one = answer()
    cache.set('/a', one, cache.version())
    expect(cache.get('/a')).toBe(one)
    expect(cache.get('/b')).toBeUndefined()
  })

  test('forgets everything when the data have changed', () => {
    const { cache, answer, change } = setUp()
    cache.set('/a', answer(), cache.version())
    change()
    expect(cache.get('/a')).toBeUndefined()
  })

  test('keeps no answer longer than a minute, because offices open and close', () => {
    const { cache, answer, wait } = setUp()
    cache.set('/a', answer(), cache.version())
    wait(59_999)
    expect(cache.get('/a')).toBeDefined()
    wait(1)
    expect(cache.get('/a')).toBeUndefined()
  })

  test('never grows beyond its space: the oldest make way', () => {
    const { cache, answer } = setUp(5_000)
    for (let index = 0; index < 100; index += 1)
      cache.set(`/${index}`, answer('x'.repeat(500)), cache.version())
    expect(cache.get('/0')).toBeUndefined()
    expect(cache.get('/99')).toBeDefined()
  })

  test('does not keep an answer that was made of older data', () => {
    const { cache, answer, change } = setUp()
    const before = cache.version()
    change()
    cache.set('/a', answer(), before)
    expect(cache.get('/a')).toBeUndefined()
  })

  test.each(['/a', '/a?slang=1', '/a?q=lang=', '/a?q=a?lang=', '/a?lang=de'])(
    'tells readers of different languages apart at %s',
    (url) => {
      expect(answerKey(url, 'de', 'text/html,*/*')).not.toBe(answerKey(url, 'de', '*/*'))
      expect(answerKey(url, 'de', undefined)).not.toBe(answerKey(url, 'en', undefined))
      expect(answerKey(url, 'de-DE,de;q=0.9', undefined)).toBe(answerKey(url, undefined, undefined))
    },
  )
})
