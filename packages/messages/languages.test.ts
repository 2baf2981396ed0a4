import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languages, localeOf, spoken } from './languages.ts'

test('the languages are those that there are words in', () => {
  const files = globSync('places/*.ts', { cwd: import.meta.dirname })
  expect([...languages].sort()).toEqual(files.map((file) => basename(file, '.ts')).sort())
})

describe('the language for a reader', () => {
  test.each(languages)('%s is spoken, whatever follows it', (language) => {
    expect(spoken(language)).toBe(language)
    expect(spoken(`${language.toUpperCase()}-DE`)).toBe(language)
  })

  test.each([
    ['de-AT', 'de'],
    ['de-X-Leicht', 'de-x-leicht'],
    ['uk-Cyrl-UA', 'uk'],
    ['de-x-leichter', 'de'],
    ['fr', 'de'],
    ['enm', 'de'],
    ['', 'de'],
    ['constructor', 'de'],
  ])('a page in %s is answered in %s', (tag, language) => expect(spoken(tag)).toBe(language))
})

describe('dates, numbers and money', () => {
  const wrote = (lang: string) => {
    const date = new Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'long', timeZone: 'UTC' })
    const money = new Intl.NumberFormat(localeOf(lang), { style: 'currency', currency: 'EUR' })
    const days = new Intl.NumberFormat(localeOf(lang), { style: 'unit', unit: 'day', unitDisplay: 'long' })
    // Marks of direction and the kinds of space are the affair of whoever shows it.
    return [date.format(new Date('2026-11-12')), money.format(12.5), days.format(3)].map((text) =>
      text.replace(/[\u200e\u200f]/g, '').replace(/\s/g, ' '),
    )
  }

  test.each([
    ['de', '12. November 2026', '12,50 €', '3 Tage'],
    ['de-x-leicht', '12. November 2026', '12,50 €', '3 Tage'],
    ['nds', '12. November 2026', '12,50 €', '3 Tage'],
    ['en', 'November 12, 2026', '€12.50', '3 days'],
    ['pl', '12 listopada 2026', '12,50 €', '3 dni'],
    ['uk', '12 листопада 2026 р.', '12,50 EUR', '3 дні'],
    ['ru', '12 ноября 2026 г.', '12,50 €', '3 дня'],
    ['ar', '12 نوفمبر 2026', '12.50 €', '3 أيام'],
    ['tr', '12 Kasım 2026', '€12,50', '3 gün'],
    ['fa', '12 نوامبر 2026', '€ 12.50', '3 روز'],
  ])('are written in %s with the digits and the calendar of Germany', (lang, ...wanted) =>
    expect(wrote(lang)).toEqual(wanted),
  )
})
