import { globSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Words = { readonly [key: string]: string | ((...values: never[]) => unknown) | Words }

const files = globSync('*/*.ts', { cwd: import.meta.dirname }).sort()
const domains = [...new Set(files.map((file) => file.split('/')[0]!))]
const languages = [...new Set(files.map((file) => /(\w+)\.ts$/.exec(file)![1]!))]
const wordsOf = async (domain: string, language: string) => {
  const { messages } = (await import(`./${domain}/${language}.ts`)) as { messages: Words }
  return messages
}

/** Every word by its path; a function says something for one and for several. */
function* said(words: Words, path = ''): Generator<readonly [string, string]> {
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') yield [path + key, value]
    else if (typeof value === 'object') yield* said(value, `${path}${key}.`)
    else
      for (const count of [1, 7])
        yield [`${path}${key}(${count})`, String(value(...([count, count] as never[])))]
  }
}

test('German is there for every domain, and every language for all of them', () => {
  expect(languages).toContain('de')
  expect(files).toHaveLength(domains.length * languages.length)
})

describe.each(domains.flatMap((domain) => languages.map((language) => [domain, language] as const)))(
  '%s in %s',
  (domain, language) => {
    test('says the same things as the German original', async () => {
      const keys = async (of: string) => [...said(await wordsOf(domain, of))].map(([path]) => path)
      const original = (await keys('de')).filter((path) => !path.startsWith('problems.'))
      expect((await keys(language)).filter((path) => !path.startsWith('problems.'))).toEqual(original)
    })

    test('leaves no word empty and speaks of nothing undefined', async () => {
      const words = [...said(await wordsOf(domain, language))]
      expect(words.filter(([, text]) => !text.trim() || /undefined|NaN|\[object/.test(text))).toEqual([])
    })

    test('is not the German original under another name', async () => {
      if (language === 'de') return
      const german = new Map(said(await wordsOf(domain, 'de')))
      const words = [...said(await wordsOf(domain, language))].filter(([, text]) => / .* /.test(text))
      expect(words.filter(([path, text]) => german.get(path) === text).map(([path]) => path)).toEqual([])
    })
  },
)
