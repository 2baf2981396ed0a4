import { expect, fixture, html } from '@open-wc/testing'
import { ApiError, markStale, NetworkError, OfflineError, TimeoutError } from '@amtsweg/client'
import { messages } from '@amtsweg/messages/states/de.ts'
import { emptyState, errorState, pendingState, problemText, skeleton, staleState } from './states.ts'

const shown = (template: unknown) => fixture<HTMLElement>(html`<main>${template}</main>`)

describe('the sentence for what went wrong', () => {
  const cases: [string, unknown, string][] = [
    [
      'a code with words',
      new ApiError({ status: 404, code: 'service-unknown' }),
      messages.problems['service-unknown']!,
    ],
    [
      'a code without words',
      new ApiError({ status: 405, code: 'method-not-allowed' }),
      messages.problems['internal-error'],
    ],
    ['not connected', new OfflineError(), messages.problems.OfflineError!],
    ['too late', new TimeoutError(), messages.problems.TimeoutError!],
    ['nobody there', new NetworkError(), messages.problems.NetworkError!],
    ['anything else', new Error('x'), messages.problems['internal-error']],
  ]
  for (const [name, error, text] of cases) it(name, () => expect(problemText(messages, error)).to.equal(text))
})

describe('the states every widget has', () => {
  it('waiting is said at once and drawn later', async () => {
    const el = await shown(pendingState('Wird gesucht …', skeleton(7, 10)))
    expect(el.querySelector('[role=status]')!.textContent).to.equal('Wird gesucht …')
    expect(el.querySelector('[aria-hidden=true] .bar')).to.exist
    await expect(el).to.be.accessible()
  })

  it('empty is a statement and the page’s own way on', async () => {
    const el = await shown(emptyState('Nichts gefunden.'))
    expect(el.querySelector('[part=state]')!.textContent).to.equal('Nichts gefunden.')
    expect(el.querySelector('slot')).to.exist
  })

  it('an error offers to try again, the time to wait, and the page’s own way on', async () => {
    let again = 0
    const el = await shown(
      errorState(messages, new ApiError({ status: 503, code: 'unavailable' }, 7), () => again++),
    )
    expect(el.querySelector('[role=alert]')!.textContent).to.include('Bitte warten Sie 7 Sekunden.')
    el.querySelector<HTMLButtonElement>('[part=retry]')!.click()
    expect(again).to.equal(1)
    expect(el.querySelector('slot')).to.exist
    await expect(el).to.be.accessible()
  })

  it('stale data carry their time, fresh ones nothing', async () => {
    const stale = markStale({ items: [] }, new Date('2026-11-23T09:00:00Z'))
    expect((await shown(staleState(messages, stale, 'de'))).textContent).to.include('23.11.2026')
    expect((await shown(staleState(messages, { items: [] }, 'de'))).textContent!.trim()).to.equal('')
  })
})
