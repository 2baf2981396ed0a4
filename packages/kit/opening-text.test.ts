import { expect } from '@open-wc/testing'
import type { OpenState } from '@amtsweg/contract'
import { messages as de } from '@amtsweg/messages/directory/de.ts'
import { messages as en } from '@amtsweg/messages/directory/en.ts'
import { dayText, isOpen, openingText } from './opening-text.ts'

const now = new Date('2026-11-23T09:00:00Z') // Monday, 10:00 in Germany
const german = (state: OpenState, at = now) => openingText(state, at, 'de', de)

const cases: [string, OpenState, string][] = [
  ['open until noon', { state: 'open', closesAt: '2026-11-23T11:00:00Z' }, 'Jetzt geöffnet bis 12:00 Uhr'],
  ['open without an end', { state: 'open' }, 'Jetzt geöffnet'],
  ['an end that has passed', { state: 'open', closesAt: '2026-11-23T08:00:00Z' }, 'Zurzeit geschlossen'],
  [
    'later today',
    { state: 'closed', opensAt: '2026-11-23T13:00:00Z' },
    'Zurzeit geschlossen, öffnet heute um 14:00 Uhr',
  ],
  [
    'tomorrow',
    { state: 'closed', opensAt: '2026-11-24T07:00:00Z' },
    'Zurzeit geschlossen, öffnet morgen um 8:00 Uhr',
  ],
  [
    'this week',
    { state: 'closed', opensAt: '2026-11-26T07:00:00Z' },
    'Zurzeit geschlossen, öffnet Donnerstag um 8:00 Uhr',
  ],
  [
    'in a week',
    { state: 'closed', opensAt: '2026-11-30T07:00:00Z' },
    'Zurzeit geschlossen, öffnet 30. November um 8:00 Uhr',
  ],
  [
    'a holiday',
    { state: 'closed', reason: 'Buß- und Bettag', opensAt: '2026-11-24T07:00:00Z' },
    'Zurzeit geschlossen (Buß- und Bettag), öffnet morgen um 8:00 Uhr',
  ],
  ['closed for good', { state: 'closed' }, 'Zurzeit geschlossen'],
  ['unknown', { state: 'unknown' }, 'Öffnungszeiten bitte erfragen'],
]

describe('what a reader is told about opening', () => {
  for (const [name, state, text] of cases) it(name, () => expect(german(state)).to.equal(text))

  it('speaks English too', () => {
    const state: OpenState = { state: 'closed', opensAt: '2026-11-24T07:00:00Z' }
    expect(openingText(state, now, 'en', en)).to.equal('Closed now, opens tomorrow at 8:00')
  })

  it('counts days in Germany, not in UTC', () => {
    const lateEvening = new Date('2026-11-23T22:30:00Z') // 23:30 in Germany
    expect(dayText(new Date('2026-11-23T23:30:00Z'), lateEvening, 'de')).to.equal('morgen')
  })

  it('knows summer time', () => {
    const state: OpenState = { state: 'open', closesAt: '2026-07-01T14:00:00Z' }
    expect(german(state, new Date('2026-07-01T09:00:00Z'))).to.equal('Jetzt geöffnet bis 16:00 Uhr')
  })

  it('does not call an office open after its closing time', () => {
    const state: OpenState = { state: 'open', closesAt: '2026-11-23T11:00:00Z' }
    expect(isOpen(state, now)).to.be.true
    expect(isOpen(state, new Date('2026-11-23T11:00:01Z'))).to.be.false
  })
})
