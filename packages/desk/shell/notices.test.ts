import { expect, fixture, html } from '@open-wc/testing'
import './notices.ts'

describe('<desk-notices>', () => {
  it('says what was done, and takes it back once', async () => {
    const done: string[] = []
    const el = await fixture<HTMLElementTagNameMap['desk-notices']>(html`<desk-notices></desk-notices>`)
    const status = () => el.shadowRoot!.querySelector('[role=status]')!.textContent
    el.notice = { text: 'Gespeichert.', undo: () => done.push('undone') }
    await el.updateComplete
    expect(status()).to.equal('Gespeichert.')
    await expect(el).to.be.accessible()
    el.shadowRoot!.querySelector('button')!.click()
    await el.updateComplete
    expect(done).to.deep.equal(['undone'])
    expect(status()).to.equal('')
    expect(el.shadowRoot!.querySelector('button')).to.be.null
  })

  it('leads who closes it to the page, as the button is gone', async () => {
    const frame = await fixture(
      html`<main>
        <h1 tabindex="-1">Bauhof</h1>
        <desk-notices .notice=${{ text: 'Gespeichert.' }}></desk-notices>
      </main>`,
    )
    const button = frame.querySelector('desk-notices')!.shadowRoot!.querySelector('button')!
    button.focus()
    button.click()
    expect(document.activeElement).to.equal(frame.querySelector('h1'))
  })
})
