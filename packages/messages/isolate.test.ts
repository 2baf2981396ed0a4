import { globSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isolate } from './isolate.ts'

type Words = { readonly [key: string]: string | ((...values: string[]) => unknown) | Words }

// Ends with what would jump to the other side.
const german = 'Amt (Süd) 2.'
/** Take counts, single letters, clock times, names of weekdays and other words of ours only: nothing in them jumps. */
const harmless =
  /^(?:days|letter|noKeyword|underLetter|openUntil|opens|dated|range|workdays|ticked|results|areas|services|people|units|found|retryAfter)$/

function* insertions(words: Words, path = ''): Generator<readonly [string, string]> {
  for (const [key, value] of Object.entries(words))
    if (typeof value === 'object') yield* insertions(value, `${path}${key}.`)
    else if (typeof value === 'function' && !harmless.test(key))
      yield [path + key, String(value(german, german))]
}

const domains = globSync('*/de.ts', { cwd: import.meta.dirname }).map((file) => dirname(file))

describe.each(['ar', 'fa'])('%s', (lang) => {
  test.each(domains.sort())('%s keeps German values in their own direction', async (domain) => {
    const { messages } = (await import(`./${domain}/${lang}.ts`)) as { messages: Words }
    const bare = [...insertions(messages)].filter(([, text]) =>
      text.replaceAll(isolate(german), '').includes(german),
    )
    expect(bare).toEqual([])
  })
})
