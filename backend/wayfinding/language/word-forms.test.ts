import { describe, expect, test } from 'vitest'
import { normalPhrase } from '../normalise.ts'
import { readWordForms, wordFormKinds } from './word-forms.ts'

const rows = readWordForms()
const forms = rows.flatMap((row) => row.forms.map((form) => ({ form: normalPhrase(form), base: row.base })))
const baseOf = (form: string) => forms.find((each) => each.form === normalPhrase(form))?.base

describe('the irregular forms', () => {
  test('hold at least 150 bases, of every kind some', () => {
    expect(rows.length).toBeGreaterThanOrEqual(150)
    expect(wordFormKinds.filter((kind) => !rows.some((row) => row.kind === kind))).toEqual([])
  })

  test('lead each form to one base', () => {
    const twice = [...Map.groupBy(forms, ({ form }) => form).values()].filter((same) => same.length > 1)
    expect(twice).toEqual([])
  })

  test('lead nowhere twice: a base is not itself a form of another', () => {
    const bases = new Set(rows.map(({ base }) => normalPhrase(base)))
    expect(forms.filter(({ form }) => bases.has(form))).toEqual([])
  })

  test('name each base once per kind, without empty fields and in lower case', () => {
    const keys = rows.map(({ base, kind }) => `${kind} ${normalPhrase(base)}`)
    expect(new Set(keys).size).toBe(keys.length)
    const words = rows.flatMap((row) => [row.base, ...row.forms])
    expect(words.filter((word) => normalPhrase(word) === '' || word !== word.toLowerCase().trim())).toEqual(
      [],
    )
  })

  test.each([
    ['Reisepässe', 'reisepass'],
    ['Ämter', 'amt'],
    ['Häuser', 'haus'],
    ['abgelaufen', 'ablauf'],
    ['verloren', 'verlust'],
    ['gestohlen', 'diebstahl'],
    ['gefunden', 'fund'],
    ['gekauft', 'kauf'],
    ['umgezogen', 'umzug'],
    ['geboren', 'geburt'],
    ['gestorben', 'tod'],
    ['Ärztin', 'arzt'],
    ['Studierende', 'student'],
  ])('lead %s to %s', (form, base) => {
    expect(baseOf(form)).toBe(base)
  })
})
