import { expect } from '@open-wc/testing'
import { date, dateRange } from './format.ts'

/** Intl uses several kinds of space; readers see one. */
const plain = (text: string | undefined) => text?.replace(/\s/g, ' ')

describe('dates', () => {
  it('writes dates as the reader does, and what is no date as it came', () => {
    expect(date('2026-11-01', 'de')).to.equal('01.11.2026')
    expect(date('im Herbst', 'de')).to.equal('im Herbst')
  })

  it('does not repeat what two dates share', () => {
    expect(plain(dateRange('2026-11-30', '2026-11-30', 'de'))).to.equal('30.11.2026')
    expect(plain(dateRange('2026-12-24', '2026-12-31', 'de'))).to.equal('24.–31.12.2026')
  })
})
