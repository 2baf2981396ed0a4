import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import './dialog.ts'

const dialog = (mustAnswer = false) =>
  fixture<HTMLElementTagNameMap['desk-dialog']>(html`
    <desk-dialog heading="Wirklich löschen?" ?must-answer=${mustAnswer}>
      <p>Die Stelle verschwindet von allen Seiten.</p>
      <button slot="actions" type="button">Löschen</button>
    </desk-dialog>
  `)

describe('<desk-dialog>', () => {
  it('is modal, begins at its heading, and is accessible', async () => {
    const el = await dialog()
    expect(el.shadowRoot!.querySelector('dialog')!.matches(':modal')).to.be.true
    expect(el.shadowRoot!.activeElement!.textContent).to.equal('Wirklich löschen?')
    await expect(el).to.be.accessible()
  })

  it('is dismissed by Escape', async () => {
    const el = await dialog()
    const dismissed = oneEvent(el, 'desk-dialog-dismissed')
    await sendKeys({ press: 'Escape' })
    await dismissed
  })

  it('that must be answered stays', async () => {
    const el = await dialog(true)
    el.addEventListener('desk-dialog-dismissed', () => expect.fail('it was dismissed'))
    await sendKeys({ press: 'Escape' })
    expect(el.shadowRoot!.querySelector('dialog')!.open).to.be.true
    expect(el.shadowRoot!.querySelector('button')).to.be.null
  })

  it('gives the focus back to where it was', async () => {
    const button = await fixture<HTMLButtonElement>(html`<button>Löschen …</button>`)
    button.focus()
    const el = await dialog()
    el.remove()
    expect(document.activeElement).to.equal(button)
  })
})
