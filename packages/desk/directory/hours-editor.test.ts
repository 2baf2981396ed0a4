import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import { sendKeys, setViewport } from '@web/test-runner-commands'
import type { OpeningHours } from '@amtsweg/contract'
import type { HoursEditor } from './hours-editor.ts'
import './hours-editor.ts'

const hours: OpeningHours = {
  spans: [
    { weekday: 1, opens: '08:00', closes: '12:00' },
    { weekday: 4, opens: '08:00', closes: '12:00' },
    { weekday: 4, opens: '14:00', closes: '18:00' },
  ],
  exceptions: [{ from: '2026-03-02', to: '2026-03-03', spans: [], reason: 'Umzug' }],
}
const holidays = [
  { date: '2026-12-25', name: '1. Weihnachtstag' },
  { date: '2026-12-26', name: '2. Weihnachtstag' },
]

const editor = () =>
  fixture<HoursEditor>(
    html`<desk-hours lang="de" today="2026-11-23" .hours=${hours} .holidays=${holidays}></desk-hours>`,
  )
const all = <Kind extends HTMLElement = HTMLElement>(element: HoursEditor, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<Kind>(selector),
]
const inside = <Kind extends HTMLElement = HTMLInputElement>(element: HoursEditor, selector: string) =>
  all<Kind>(element, selector)[0]!
const button = (element: HoursEditor, label: string) =>
  all(element, 'button').find((one) => (one.ariaLabel ?? one.textContent!.trim()) === label)!
const press = async (...keys: string[]) => {
  for (const key of keys) await sendKeys({ press: key })
}
const type = async (element: HoursEditor, id: string, text: string) => {
  inside(element, `#${id}`).focus()
  inside(element, `#${id}`).select()
  await (text ? sendKeys({ type: text }) : press('Delete'))
  await press('Tab')
  await element.updateComplete
}
const focused = (element: HoursEditor) => element.shadowRoot!.activeElement?.id

describe('desk-hours', () => {
  for (const width of [360, 1280])
    it(`shows the week as it is kept, and what citizens see, at ${width} px`, async () => {
      await setViewport({ width, height: 800 })
      const element = await editor()
      expect(all<HTMLInputElement>(element, '.week input').map(({ value }) => value)).to.deep.equal([
        ...['8–12', '', '', '8–12, 14–18', '', '', ''],
      ])
      expect(inside<HTMLElement>(element, '.preview').textContent).to.contain('Donnerstag')
      expect(element.scrollWidth).to.be.at.most(element.clientWidth)
      await expect(element).to.be.accessible()
    })

  it('takes typed hours and says so', async () => {
    const element = await editor()
    const changed = oneEvent(element, 'desk-hours-changed')
    await type(element, 'day-2', '8-12, 13:30-16')
    await changed
    expect(inside(element, '#day-2').value).to.equal('8–12, 13:30–16')
    expect(element.value.spans.filter(({ weekday }) => weekday === 2)).to.deep.equal([
      { weekday: 2, opens: '08:00', closes: '12:00' },
      { weekday: 2, opens: '13:30', closes: '16:00' },
    ])
    expect(inside<HTMLElement>(element, '.preview').textContent).to.contain('13:30–16:00')
  })

  it('says beside the field what is not understood, keeps it, and leads there when somebody wants to save', async () => {
    const element = await editor()
    await type(element, 'day-2', 'früh')
    expect(inside(element, '#day-2').value).to.equal('früh')
    expect(inside<HTMLElement>(element, '#day-2-error').textContent).to.contain('„früh“ ist keine Zeit')
    expect(await element.check()).to.equal(false)
    expect(element.shadowRoot!.activeElement?.textContent).to.contain('„früh“ ist keine Zeit')
    await expect(element).to.be.accessible()
    await type(element, 'day-2', '')
    expect(await element.check()).to.equal(true)
  })

  it('copies a day to others by the keyboard', async () => {
    const element = await editor()
    inside(element, '#day-4').focus()
    await press('Tab', 'Enter')
    await element.updateComplete
    await expect(element).to.be.accessible()
    expect(focused(element)).to.equal('copy-apply')
    await press('Enter')
    await element.updateComplete
    expect(all<HTMLInputElement>(element, '.week input').map(({ value }) => value)).to.deep.equal([
      ...Array.from({ length: 5 }, () => '8–12, 14–18'),
      ...['', ''],
    ])
    expect(inside<HTMLElement>(element, '[role=status]').textContent).to.equal(
      'Donnerstag gilt jetzt auch für Montag, Dienstag, Mittwoch und Freitag.',
    )
  })

  it('closes earlier on the day before a holiday', async () => {
    const element = await editor()
    button(element, 'Tag davor kürzer: 1. Weihnachtstag').click()
    await element.updateComplete
    await element.updateComplete
    expect(focused(element)).to.equal('exception-1-hours')
    await sendKeys({ type: '8-11' })
    await press('Tab')
    expect(element.value.exceptions.at(-1)).to.deep.equal({
      ...{ from: '2026-12-24', to: '2026-12-24', reason: 'Vor 1. Weihnachtstag' },
      spans: [{ opens: '08:00', closes: '11:00' }],
    })
    expect(inside<HTMLElement>(element, '.preview').textContent).to.contain('24.12.2026')
    await expect(element).to.be.accessible()
  })

  it('opens on a holiday', async () => {
    const element = await editor()
    button(element, 'Andere Zeiten an: 2. Weihnachtstag').click()
    await element.updateComplete
    await type(element, 'exception-1-hours', '10-11')
    expect(inside<HTMLElement>(element, '[aria-labelledby=holidays]').textContent).to.contain(
      'geöffnet 10–11',
    )
  })

  it('takes a closure of several days, and gives it up again', async () => {
    const element = await editor()
    inside(element, '#add-closure').click()
    await element.updateComplete
    await element.updateComplete
    expect(await element.check()).to.equal(false)
    const from = inside(element, '#exception-1-from')
    from.value = '2026-12-28'
    from.dispatchEvent(new Event('input', { bubbles: true }))
    await element.updateComplete
    expect(element.value.exceptions.at(-1)).to.deep.equal({ from: '2026-12-28', to: '2026-12-28', spans: [] })
    button(element, 'Ausnahme 2 löschen').click()
    await element.updateComplete
    expect(element.value).to.deep.equal(hours)
  })

  it('folds what is over', async () => {
    const element = await editor()
    expect(inside<HTMLElement>(element, 'summary').textContent).to.equal('1 vergangene Ausnahme')
  })
})
