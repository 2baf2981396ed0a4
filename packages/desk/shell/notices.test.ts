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
})
