import { expect, test } from 'vitest'
import { hoursOfText } from './hours-of-text.ts'

const monday = (text: string) =>
  hoursOfText({ Montag: text })?.spans.map(
    ({ opens, closes, byAppointment }) => `${opens}-${closes}${byAppointment ? ' by appointment' : ''}`,
  )

test.each([
  ['08:00 - 15:00 Uhr', ['08:00-15:00']],
  ['9.00-13.00', ['09:00-13:00']],
  ['10:00 - 14:00 Uhr 15:00 - 18:00 Uhr', ['10:00-14:00', '15:00-18:00']],
  [
    '10.00-13.30 Uhr und 14:30-18 Uhr - nur mit Termin*',
    ['10:00-13:30 by appointment', '14:30-18:00 by appointment'],
  ],
  [
    '08:00 bis 12:00 Uhr (nur mit Termin) 13:00 bis 15:00 Uhr (nur mit Termin)',
    ['08:00-12:00 by appointment', '13:00-15:00 by appointment'],
  ],
  ['08.00-15.00 Uhr - nur für Terminkunden:', ['08:00-15:00 by appointment']],
  ['9.00 - 12.00 Uhr nur Termine', ['09:00-12:00 by appointment']],
  ['07.00-14.00 Uhr in der Zeit von 07.00-08.00 Uhr nur Gebührenzahlung', ['07:00-14:00']],
  ['08:00-25:00', []],
  ['18:00-08:00', []],
])('%s', (text, expected) => {
  expect(monday(text) ?? []).toEqual(expected)
})

test('what holds not every week is a note', () => {
  expect(hoursOfText({ Samstag: 'jeden dritten Samstag im Monat 09.00 - 13.00 Uhr' }, 'Stand 2020')).toEqual({
    spans: [],
    exceptions: [],
    note: 'Stand 2020; Samstag: jeden dritten Samstag im Monat 09.00 - 13.00 Uhr',
  })
  expect(hoursOfText({ Samstag: '09:00 - 13:00 Uhr An ausgewählten Samstagen' })?.spans).toEqual([])
})

test('a week keeps its days, and no words are no hours', () => {
  const hours = hoursOfText({ Montag: '08:00-12:00', Freitag: '08:00-11:00', Feiertag: '08:00-09:00' })
  expect(hours?.spans.map(({ weekday }) => weekday)).toEqual([1, 5])
  expect(hoursOfText({})).toBeUndefined()
  expect(hoursOfText({ Montag: 'Geschlossen', Dienstag: '' })).toBeUndefined()
})
