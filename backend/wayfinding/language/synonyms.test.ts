import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { normalPhrase } from '../normalise.ts'
import { readQueryPhrases } from './query-phrases.ts'
import { readSynonyms, synonymKinds } from './synonyms.ts'

const synonyms = readSynonyms()
const meaning = (everyday: string) =>
  synonyms.find((synonym) => synonym.everyday === everyday)?.official ?? []
const byPhrase = Map.groupBy(synonyms, ({ everyday }) => normalPhrase(everyday))

describe('the list of synonyms', () => {
  test('holds at least 900 everyday words, 150 of them abbreviations', () => {
    expect(synonyms.length).toBeGreaterThanOrEqual(900)
    const short = synonyms.filter(({ kind }) => kind === 'abkuerzung' || kind === 'amtskuerzel')
    expect(short.length).toBeGreaterThanOrEqual(150)
  })

  test('holds every kind', () => {
    expect(synonymKinds.filter((kind) => !synonyms.some((synonym) => synonym.kind === kind))).toEqual([])
  })

  test('names each everyday word once, however it is spelled', () => {
    const twice = [...byPhrase.values()].filter((same) => same.length > 1)
    expect(twice.map((same) => same.map(({ everyday }) => everyday))).toEqual([])
  })

  test('names each official word of a row once, and never the everyday word itself', () => {
    const wrong = synonyms.filter(({ everyday, official }) => {
      const phrases = [everyday, ...official].map(normalPhrase)
      return new Set(phrases).size < phrases.length
    })
    expect(wrong.map(({ everyday }) => everyday)).toEqual([])
  })

  test('has no empty field', () => {
    const empty = synonyms.filter(({ everyday, official, reason }) =>
      [everyday, reason, ...official].some((text) => normalPhrase(text) === ''),
    )
    expect(empty).toEqual([])
  })

  test('is written in lower case, without spaces around', () => {
    const untidy = synonyms
      .flatMap(({ everyday, official }) => [everyday, ...official])
      .filter((text) => text !== text.toLowerCase().trim().replace(/\s+/g, ' '))
    expect(untidy).toEqual([])
  })

  test('lets only pairs be equal: a word with several meanings cannot stand for each of them', () => {
    const unequal = synonyms.filter(({ direction, official }) => direction === 'both' && official.length > 1)
    expect(unequal.map(({ everyday }) => everyday)).toEqual([])
  })

  test('has no everyday "word" of one letter or of digits only', () => {
    const tooShort = [...byPhrase.keys()].filter((phrase) => /^(?:.|[\d ]+)$/u.test(phrase))
    expect(tooShort).toEqual([])
  })

  test('never adds a word of every second title to a telling one', () => {
    const weak = readQueryPhrases().filter(({ kind }) => kind === 'schwach')
    const weakPhrases = new Set(weak.map(({ phrase }) => normalPhrase(phrase)))
    const isWeak = (phrase: string) => weakPhrases.has(normalPhrase(phrase))
    const german = synonyms.filter(({ kind }) => kind.length > 2)
    const diluted = german.filter(({ official }) => official.some(isWeak) && !official.every(isWeak))
    expect(diluted.map(({ everyday }) => everyday)).toEqual([])
  })

  test('stays in order of kind and everyday word, so that changes are seen', () => {
    const keys = synonyms.map(({ kind, everyday }) => `${kind} ${normalPhrase(everyday)}`)
    expect(keys.filter((key, index) => key < (keys[index - 1] ?? ''))).toEqual([])
  })

  test.each([
    ['perso', 'personalausweis'],
    ['umziehen', 'wohnsitz ummelden'],
    ['heiraten', 'eheschließung'],
    ['auto abmelden', 'außerbetriebsetzung'],
    ['kfz', 'kraftfahrzeug'],
    ['lohnsteuerkarte', 'elektronische lohnsteuerabzugsmerkmale'],
    ['passport', 'reisepass'],
  ])('knows that %s means %s', (everyday, official) => {
    expect(meaning(everyday)).toContain(official)
  })
})

describe('a synonym list that somebody edits', () => {
  const folder = mkdtempSync(join(tmpdir(), 'synonyms-'))
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  const file = (row: string) => {
    const path = join(folder, 'synonyms.csv')
    writeFileSync(path, `everyday,official,direction,kind,reason\n${row}\n`)
    return path
  }

  test('is read with all its official words', () => {
    expect(
      readSynonyms(file('amtsblatt,öffentliche bekanntmachung|satzung,to,umgangssprache,Beispiel')),
    ).toEqual([
      {
        everyday: 'amtsblatt',
        official: ['öffentliche bekanntmachung', 'satzung'],
        direction: 'to',
        kind: 'umgangssprache',
        reason: 'Beispiel',
      },
    ])
  })

  test.each([
    ['an unknown kind', 'a,b,to,slang,Beispiel', 'Line 2: "slang" is none of abkuerzung'],
    ['an unknown direction', 'a,b,from,en,Beispiel', 'Line 2: "from" is none of to, both'],
  ])('is refused with the line of %s', (_case, row, message) => {
    expect(() => readSynonyms(file(row))).toThrow(message)
  })
})
