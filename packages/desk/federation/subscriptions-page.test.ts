import { aTimeout, expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { Subscription } from '@amtsweg/contract'
import { type Answers, fakeDesk, problem } from '../shell/testing.ts'
import type { SubscriptionsPage } from './subscriptions-page.ts'
import './subscriptions-page.ts'

const subscription = (more: Partial<Subscription> = {}): Subscription => ({
  ...{ id: 's1', kind: 'amtsweg', url: 'https://dienste.land.example/', areas: [], authority: 'musterstadt' },
  ...{ everyMinutes: 15, node: 'abcdefabcdef', state: 'waiting', triedAt: '2026-11-30T09:00:00.000Z' },
  ...{ succeededAt: '2026-11-30T09:00:00.000Z', changedAt: '2026-11-30T08:00:00.000Z', nextDueAt: null },
  ...{ records: 1_234, written: 12, deleted: 1, withheld: [], error: null },
  ...more,
})

async function open(answers: Answers) {
  const parts = fakeDesk(answers, ['subscriptions:write'])
  const element = await fixture<SubscriptionsPage>(
    html`<desk-subscriptions-page lang="de" .desk=${parts.desk}></desk-subscriptions-page>`,
  )
  const find = (selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector)
  while (!find('.card, .empty, .problem')) await aTimeout(5)
  const text = () => element.shadowRoot!.textContent!.replaceAll(/\s+/g, ' ')
  return { element, find, text, ...parts }
}

describe('desk-subscriptions-page', () => {
  it('tells how each goes, and what to do where it does not', async () => {
    const broken = subscription({
      ...{
        id: 's2',
        state: 'failing',
        error: { code: 'unreachable', text: 'Der andere Server antwortet nicht.' },
      },
      withheld: [{ reason: 'taken', count: 3 }],
    })
    const { element, text } = await open({ 'GET /subscriptions': { items: [subscription(), broken] } })
    expect(text()).to.contain('1.234 Angaben von dort')
    expect(text()).to.contain('12 übernommen, 1 gelöscht')
    expect(text()).to.contain('Der andere Server antwortet nicht.')
    expect(text()).to.contain('3 warten, weil hier schon eigene Angaben')
    await expect(element).to.be.accessible()
  })

  it('checks an address and subscribes by keyboard', async () => {
    const { element, find, text, asked, notices } = await open({
      'GET /subscriptions': { items: [] },
      'POST /subscriptions/check': { reachable: true, node: 'abcdefabcdef', error: null },
      'POST /subscriptions': subscription(),
    })
    expect(text()).to.contain('Noch ist nichts abonniert')
    find('#url')!.focus()
    await sendKeys({ type: 'dienste.land.example' })
    expect(element.isUnsaved).to.equal(true)
    find('[data-check]')!.click()
    while (!text().includes('abcdefabcdef')) await aTimeout(5)
    await expect(element).to.be.accessible()
    find('#url')!.focus()
    await sendKeys({ press: 'Enter' })
    while (!notices.length) await aTimeout(5)
    const sent = asked.find(({ method, path }) => method === 'POST' && path === '/subscriptions')!
    expect(sent.body).to.deep.equal({
      ...{ kind: 'amtsweg', url: 'https://dienste.land.example', areas: ['130765654'], everyMinutes: 15 },
    })
    expect(element.isUnsaved).to.equal(false)
  })

  it('says what is missing before anything is sent, and what the server refuses beside its field', async () => {
    const { element, find, asked } = await open({
      'GET /subscriptions': { items: [] },
      'POST /subscriptions': problem(422, 'invalid-body', { errors: [{ pointer: '/areas', detail: 'no' }] }),
    })
    find('form .button')!.click()
    while (!find('#url-error')) await aTimeout(5)
    expect(asked.length).to.equal(1)
    await expect(element).to.be.accessible()
    find('#url')!.focus()
    await sendKeys({ type: 'https://dienste.land.example' })
    find('form .button')!.click()
    while (!find('#area-error')) await aTimeout(5)
    expect(find('#area-error')!.textContent).to.contain('Gebiet')
    expect((find('#url') as HTMLInputElement).value).to.equal('https://dienste.land.example')
  })

  it('syncs at once, and asks before it removes', async () => {
    const { element, find, asked, notices } = await open({
      'GET /subscriptions': { items: [subscription()] },
      'POST /subscriptions/s1/sync': new Response(null, { status: 204 }),
      'DELETE /subscriptions/s1': new Response(null, { status: 204 }),
    })
    find('[data-sync]')!.click()
    while (!notices.length) await aTimeout(5)
    find('[data-remove]')!.click()
    await element.updateComplete
    await expect(element).to.be.accessible()
    find('[data-records]')!.click()
    while (notices.length < 2) await aTimeout(5)
    expect(asked.map(({ method, path }) => `${method} ${path}`)).to.include(
      'DELETE /subscriptions/s1?records=remove',
    )
  })
})
