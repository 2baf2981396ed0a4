import { expect, test } from 'vitest'
import { holidayOn, holidaysIn } from './holidays.ts'

const daysOf = (region: string, year: number) =>
  holidaysIn(region, `${year}-01-01`, `${year}-12-31`).map(({ date }) => date.slice(5))

/** Feiertagsgesetz Mecklenburg-Vorpommern, section 2. */
test('Mecklenburg-Vorpommern keeps the holidays of its law', () => {
  expect(holidaysIn('13', '2026-01-01', '2026-12-31')).toEqual([
    { date: '2026-01-01', name: 'Neujahr' },
    { date: '2026-03-08', name: 'Internationaler Frauentag' },
    { date: '2026-04-03', name: 'Karfreitag' },
    { date: '2026-04-06', name: 'Ostermontag' },
    { date: '2026-05-01', name: 'Maifeiertag' },
    { date: '2026-05-14', name: 'Christi Himmelfahrt' },
    { date: '2026-05-25', name: 'Pfingstmontag' },
    { date: '2026-10-03', name: 'Tag der Deutschen Einheit' },
    { date: '2026-10-31', name: 'Reformationstag' },
    { date: '2026-12-25', name: '1. Weihnachtstag' },
    { date: '2026-12-26', name: '2. Weihnachtstag' },
  ])
})

test('the women’s day is a holiday in Mecklenburg-Vorpommern from 2023, in Berlin from 2019', () => {
  expect(daysOf('13', 2022)).not.toContain('03-08')
  expect(daysOf('13', 2023)).toContain('03-08')
  expect(daysOf('11', 2018)).not.toContain('03-08')
  expect(daysOf('11', 2022)).toContain('03-08')
})

test('the Laender differ', () => {
  expect(daysOf('110000000000', 2026)).not.toContain('10-31')
  expect(daysOf('09162', 2026)).toEqual(expect.arrayContaining(['01-06', '06-04', '11-01']))
  expect(daysOf('09162', 2026)).not.toContain('03-08')
  expect(daysOf('13', 2026)).not.toContain('01-06')
})

test('every Land has at least the nine days of all Germany', () => {
  const everywhere = ['01-01', '04-03', '04-06', '05-01', '05-14', '05-25', '10-03', '12-25', '12-26']
  for (let land = 1; land <= 16; land += 1)
    expect(daysOf(String(land).padStart(2, '0'), 2026)).toEqual(expect.arrayContaining(everywhere))
})

test('only days from the first to the last are named, over the turn of the year too', () => {
  expect(holidaysIn('130765659001', '2026-12-26', '2027-01-01').map(({ date }) => date)).toEqual([
    '2026-12-26',
    '2027-01-01',
  ])
})

test('without a region in Germany there are none', () => {
  expect(holidaysIn(undefined, '2026-01-01', '2026-12-31')).toEqual([])
  expect(holidaysIn('99', '2026-01-01', '2026-12-31')).toEqual([])
})

test.each([
  ['13', '2026-10-31', 'Reformationstag'],
  ['130765659001', '2026-10-31', 'Reformationstag'],
  ['11', '2026-10-31', undefined],
  [undefined, '2026-10-31', undefined],
  [undefined, '2026-12-26', '2. Weihnachtstag'],
  ['99', '2026-05-01', 'Maifeiertag'],
  ['13', '2026-10-30', undefined],
])('in the region %s, %s is %s', (region, date, name) => {
  expect(holidayOn(region, date)?.name).toBe(name)
})
