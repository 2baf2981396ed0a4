import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createAnswer, isCurrent, represent } from './answer.ts'

const long = JSON.stringify({ text: 'Melderegister '.repeat(500) })

describe('an answer', () => {
  test('is sent as it is to a reader who takes no compression', () => {
    const { body, encoding } = represent(createAnswer(long, {}), undefined)
    expect(encoding).toBe('identity')
    expect(body.toString()).toBe(long)
  })

  test('is compressed the way the reader takes it', () => {
    const answer = createAnswer(long, {})
    expect(brotliDecompressSync(represent(answer, 'gzip, deflate, br').body).toString()).toBe(long)
    expect(gunzipSync(represent(answer, 'gzip').body).toString()).toBe(long)
  })

  test.each([
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0', 'identity'],
    ['x-brotli', 'identity'],
    ['GZIP', 'gzip'],
  ])('honours %s', (accept, expected) => {
    expect(represent(createAnswer(long, {}), accept).encoding).toBe(expected)
  })

  test('that is short is only compressed once it is asked for again', () => {
    const answer = createAnswer('x'.repeat(2_000), {})
    expect(represent(answer, 'br').encoding).toBe('identity')
    expect(represent(answer, 'br').encoding).toBe('br')
  })

  test('has one validator per representation, and each of them counts', () => {
    const answer = createAnswer(long, {})
    const plain = represent(answer, undefined).etag
    const packed = represent(answer, 'br').etag
    expect(packed).not.toBe(plain)
    for (const etag of [plain, packed, `W/${plain}`, `"other", ${packed}`, '*'])
      expect(isCurrent(answer, etag)).toBe(true)
    expect(isCurrent(answer, '"other"')).toBe(false)
    expect(isCurrent(answer, undefined)).toBe(false)
  })
})
