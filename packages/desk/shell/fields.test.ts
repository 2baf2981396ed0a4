import { expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { LitElement } from 'lit'
import { deskStyles } from './desk.styles.ts'
import { checkField, errorSummary, focusErrors, selectField, textArea, textField } from './fields.ts'
import { tabStyles } from './tabs.styles.ts'
import { tabs } from './tabs.ts'

class Form extends LitElement {
  static override styles = [deskStyles, tabStyles]
  static override properties = { errors: {}, language: {} }
  declare errors: Record<string, string>
  declare language: string
  constructor() {
    super()
    this.errors = {}
    this.language = 'de'
  }
  name = ''

  override render() {
    return html`
      <form>
        ${errorSummary(this.errors)}
        ${textField({
          id: 'name',
          label: 'Name',
          help: 'Wie er am Schild steht.',
          error: this.errors['name'],
          value: this.name,
          onInput: (value) => (this.name = value),
        })}
        ${textArea({ id: 'note', label: 'Hinweis', isOptional: true, value: '', onInput: () => {} })}
        ${selectField({
          id: 'tier',
          label: 'Ebene',
          value: 'county',
          options: [
            { value: 'municipal', label: 'Gemeinde' },
            { value: 'county', label: 'Kreis' },
          ],
          onChange: () => {},
        })}
        ${checkField({ id: 'open', label: 'Öffentlich', isChecked: true, onChange: () => {} })}
        ${tabs({
          label: 'Sprache',
          selected: this.language,
          tabs: [
            { id: 'de', label: 'Deutsch' },
            { id: 'pl', label: 'Polski', lang: 'pl', hint: 'fehlt' },
          ],
          onSelect: (language) => (this.language = language),
        })}
        <p role="tabpanel" id="panel" aria-labelledby="tab-${this.language}">${this.language}</p>
      </form>
    `
  }
}
customElements.define('test-form', Form)

async function form() {
  const el = await fixture<Form>(html`<test-form></test-form>`)
  return { el, root: el.shadowRoot! }
}

describe('the fields of a form', () => {
  it('have label, help and value, and are accessible', async () => {
    const { el, root } = await form()
    const input = root.querySelector<HTMLInputElement>('#name')!
    expect(input.labels![0]!.textContent!.trim()).to.equal('Name')
    expect(input.getAttribute('aria-describedby')).to.equal('name-help')
    expect(root.querySelector('select')!.value).to.equal('county')
    await expect(el).to.be.accessible()
  })

  it('tell what is wrong beside the field and on top, from where a link leads to it', async () => {
    const { el, root } = await form()
    el.errors = { name: 'Geben Sie einen Namen ein.' }
    await focusErrors(el)
    expect(root.activeElement!.textContent).to.contain('Eine Angabe stimmt noch nicht')
    const input = root.querySelector<HTMLInputElement>('#name')!
    expect(input.ariaInvalid).to.equal('true')
    expect(input.getAttribute('aria-describedby')).to.equal('name-help name-error')
    await expect(el).to.be.accessible()
    await sendKeys({ press: 'Tab' })
    await sendKeys({ press: 'Enter' })
    expect(root.activeElement).to.equal(input)
  })

  it('give what is typed', async () => {
    const { el, root } = await form()
    root.querySelector<HTMLInputElement>('#name')!.focus()
    await sendKeys({ type: 'Bürgeramt' })
    expect(el.name).to.equal('Bürgeramt')
  })
})

describe('tabs', () => {
  it('are gone through by arrows, round and round', async () => {
    const { el, root } = await form()
    root.querySelector<HTMLElement>('#tab-de')!.focus()
    await sendKeys({ press: 'ArrowRight' })
    await el.updateComplete
    expect(root.activeElement!.id).to.equal('tab-pl')
    expect(root.querySelector('[role=tabpanel]')!.textContent).to.equal('pl')
    await expect(el).to.be.accessible()
    await sendKeys({ press: 'ArrowRight' })
    expect(root.activeElement!.id).to.equal('tab-de')
  })
})
