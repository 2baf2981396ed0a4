import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { PlaceChosenEvent, ReadabilityPanel } from './readability-panel.ts'
import './readability-panel.ts'

const law = 'Der Antrag wird gem. § 5 Abs. 2 geprüft.\nDie Wohnungsgeberbestätigung ist vorzulegen.'

const panel = (text = law) =>
  fixture<ReadabilityPanel>(html`<desk-readability .text=${text} lang="de"></desk-readability>`)
const inside = (element: ReadabilityPanel, selector: string) =>
  element.shadowRoot!.querySelector<HTMLElement>(selector)!
const status = (element: ReadabilityPanel) => inside(element, '[role=status]').textContent
const quotes = (element: ReadabilityPanel) =>
  [...element.shadowRoot!.querySelectorAll('q')].map((one) => one.textContent)

describe('desk-readability', () => {
  it('says what makes a text hard and what to do', async () => {
    const element = await panel()
    expect(quotes(element)).to.deep.equal([
      'wird gem. § 5 Abs. 2 geprüft',
      'gem.',
      'Abs.',
      'Wohnungsgeberbestätigung',
    ])
    expect(status(element)).to.equal('4 Hinweise')
    await expect(element).to.be.accessible()
  })

  it('scores a text of some length', async () => {
    const element = await panel('Kommen Sie mit Ihrem Ausweis zu uns. '.repeat(8))
    expect(inside(element, '.score').textContent).to.equal('sehr leicht')
    expect(inside(element, 'meter').getAttribute('aria-label')).to.contain('Wiener Sachtextformel')
    await expect(element).to.be.accessible()
  })

  it('says of short texts and of none that there is no score', async () => {
    expect(inside(await panel('Kommen Sie!'), 'meter')).to.equal(null)
    const element = await panel('')
    expect(status(element)).to.equal('Keine Hinweise')
    await expect(element).to.be.accessible()
  })

  it('is stricter for Leichte Sprache', async () => {
    const element = await panel('Sie brauchen keinen Termin.')
    expect(quotes(element)).to.deep.equal([])
    element.shadowRoot!.querySelectorAll<HTMLInputElement>('[type=radio]')[1]!.click()
    await element.updateComplete
    expect(quotes(element)).to.deep.equal(['keinen'])
    await expect(element).to.be.accessible()
  })

  it('leads from a finding to its place by the keyboard', async () => {
    const element = await panel()
    inside(element, 'li button').focus()
    const chosen = oneEvent(element, 'desk-place-chosen') as unknown as Promise<PlaceChosenEvent>
    await sendKeys({ press: 'Enter' })
    const { start, end } = await chosen
    expect(law.slice(start, end)).to.equal('wird gem. § 5 Abs. 2 geprüft')
  })

  it('waits for a pause while one types', async () => {
    const element = await panel('Kommen Sie!')
    element.text = 'Kommen Sie ggf. zu uns.'
    await element.updateComplete
    expect(quotes(element)).to.deep.equal([])
    while (!quotes(element).length) await aTimeout(50)
    expect(quotes(element)).to.deep.equal(['ggf.'])
  })

  it('shows many findings in pieces', async () => {
    const element = await panel('Das ist ggf. so.\n'.repeat(40))
    expect(quotes(element).length).to.equal(25)
    inside(element, '.plain').click()
    await element.updateComplete
    expect(quotes(element).length).to.equal(40)
  })
})
