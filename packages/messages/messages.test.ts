import { globSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Words = { readonly [key: string]: string | ((...values: never[]) => unknown) | Words }

const files = globSync('*/*.ts', { cwd: import.meta.dirname }).sort()
const nameOf = (file: string) => /^(\w+)\/([\w-]+)\.ts$/.exec(file)!.slice(1) as [string, string]
const domainsOf = (language: string) =>
  files.flatMap((file) => (nameOf(file)[1] === language ? [nameOf(file)[0]] : []))
const languages = [...new Set(files.map((file) => nameOf(file)[1]))]
const wordsOf = async (domain: string, language: string) => {
  const { messages } = (await import(`./${domain}/${language}.ts`)) as { messages: Words }
  return messages
}

/** Together they take every form of every language of ours. */
const counts = [0, 1, 2, 3, 5, 7, 11, 21, 100]

/** What is called so in every language. */
const names = /^(?:OpenStreetMap|De-Mail|vCard|A–Z|\P{L}*)$/u
/** Letters without which a word is left in German. */
const scripts: Readonly<Record<string, RegExp>> = {
  uk: /\p{Script=Cyrillic}/u,
  ru: /\p{Script=Cyrillic}/u,
  ar: /\p{Script=Arabic}/u,
  fa: /\p{Script=Arabic}/u,
}
/** What is said as in German. */
const shared: Readonly<Record<string, RegExp>> = {
  nds: /^(?:Privat|Online: \d+|Formulare|Drucken|\d+ Gemeinden|Telefon|Fax|E-Mail|Stand \d+|mit \d+|Landkreis|Land|Bund)$/,
  en: /^(?:Online: \d+|Fax)$/,
  pl: /^(?:Online: \d+|Telefon|Kontakt)$/,
  tr: /^Telefon$/,
}

/** Every word by its path; a function says something for each kind of count. */
function* said(words: Words, path = ''): Generator<readonly [string, string]> {
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') yield [path + key, value]
    else if (typeof value === 'object') yield* said(value, `${path}${key}.`)
    else
      for (const count of counts)
        yield [`${path}${key}(${count})`, String(value(...([count, count, count] as never[])))]
  }
}
const keysOf = async (domain: string, language: string) =>
  [...said(await wordsOf(domain, language))].map(([path]) => path.replace(/\(.*/, ''))

test.each(languages)('%s has words for every domain', (language) =>
  expect(domainsOf(language)).toEqual(domainsOf('de')),
)

describe.each(files.map(nameOf))('%s in %s', (domain, language) => {
  test('says the same things as the German original', async () => {
    const [german, own] = [await keysOf(domain, 'de'), await keysOf(domain, language)]
    const missing = german.filter((key) => !own.includes(key))
    const unknown = own.filter((key) => !german.includes(key))
    expect({ missing, unknown }).toEqual({ missing: [], unknown: [] })
  })

  test('leaves no word empty and speaks of nothing undefined', async () => {
    const words = [...said(await wordsOf(domain, language))]
    expect(words.filter(([, text]) => !text.trim() || /undefined|NaN|\[object/.test(text))).toEqual([])
  })

  // Leichte Sprache is German: where the original is easy already, it may stay.
  if (!/^de\b/.test(language))
    test('is not the German original under another name', async () => {
      const german = new Map(said(await wordsOf(domain, 'de')))
      const same = [...said(await wordsOf(domain, language))].filter(
        ([path, text]) => german.get(path) === text,
      )
      expect(same.filter(([, text]) => !shared[language]?.test(text) && !names.test(text))).toEqual([])
    })

  const script = scripts[language]
  if (script)
    test('is written in the letters of the language', async () => {
      const words = [...said(await wordsOf(domain, language))]
      expect(words.filter(([, text]) => !script.test(text) && !names.test(text))).toEqual([])
    })
})
