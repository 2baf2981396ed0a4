import { expect } from '@open-wc/testing'
import { sampleUnit } from '@amtsweg/kit/testing.ts'
import { draftOf, eveOf, type HoursDraft, readDraft, ruleOfHoliday } from './hours-draft.ts'

const christmas = { date: '2026-12-25', name: '1. Weihnachtstag' }
const draft = (changes: Partial<HoursDraft> = {}): HoursDraft => ({
  days: ['8-12', '', '', '8-12, 14-18', '', '', ''],
  exceptions: [],
  note: '',
  ...changes,
})
const exception = (changes: object = {}) => ({
  ...{ from: '2026-12-24', to: '2026-12-24', hours: '8-11', reason: '', isClosed: false },
  ...changes,
})
const problems = (changes: object) =>
  [...readDraft(draft({ exceptions: [exception(changes)] })).problems].map(
    ([field, { kind }]) => `${field} ${kind}`,
  )

describe('a draft of hours', () => {
  it('says the hours it was made of', () =>
    expect(readDraft(draftOf(sampleUnit.hours!))).to.deep.equal({
      hours: sampleUnit.hours,
      problems: new Map(),
    }))

  it('keeps what is not understood and names its field', () => {
    const { hours, problems } = readDraft(draft({ days: ['8-12', 'früh', '', '', '', '', ''] }))
    expect(hours.spans).to.deep.equal([{ weekday: 1, opens: '08:00', closes: '12:00' }])
    expect([...problems]).to.deep.equal([['day-2', { kind: 'unreadable', part: 'früh' }]])
  })

  it('reads an exception of one day without an end', () =>
    expect(readDraft(draft({ exceptions: [exception({ to: '' })] })).hours.exceptions).to.deep.equal([
      { from: '2026-12-24', to: '2026-12-24', spans: [{ opens: '08:00', closes: '11:00' }] },
    ]))

  const wrong: readonly (readonly [object, string])[] = [
    [{ from: '' }, 'exception-0-from no-date'],
    [{ to: '2026-12-01' }, 'exception-0-to ends-before-it-begins'],
    [{ hours: '' }, 'exception-0-hours no-hours'],
    [{ hours: '8-12 n. V.' }, 'exception-0-hours only-times'],
    [{ hours: '12-8' }, 'exception-0-hours ends-before'],
  ]
  for (const [changes, problem] of wrong)
    it(`is refused where an exception is wrong: ${problem}`, () =>
      expect(problems(changes)).to.deep.equal([problem]))

  it('is not troubled by hours that stand behind "closed"', () =>
    expect(problems({ isClosed: true, hours: 'früh' })).to.deep.equal([]))

  it('opens shorter on the day before a holiday', () => {
    // 24 December 2026 is a Thursday.
    expect(eveOf(christmas, draft())).to.deep.equal({
      ...{
        from: '2026-12-24',
        to: '2026-12-24',
        hours: '8–12',
        reason: 'Vor 1. Weihnachtstag',
        isClosed: false,
      },
    })
    expect(eveOf(christmas, draft({ days: ['', '', '', '', '', '', ''] })).isClosed).to.equal(true)
  })

  it('tells which exception rules a holiday: that of the fewest days', () => {
    const long = { from: '2026-12-20', to: '2026-12-31', spans: [] }
    const short = { from: '2026-12-25', to: '2026-12-25', spans: [{ opens: '10:00', closes: '11:00' }] }
    expect(ruleOfHoliday(christmas, { spans: [], exceptions: [long, short] })).to.equal(short)
    expect(ruleOfHoliday(christmas, { spans: [], exceptions: [] })).to.equal(undefined)
  })
})
