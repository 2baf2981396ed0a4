import { aTimeout, expect, fixture, html } from '@open-wc/testing'
import { sendKeys, setViewport } from '@web/test-runner-commands'
import { PlaceChosenEvent } from '../readability/readability-panel.ts'
import type { TextEditor } from './text-editor.ts'
import './text-editor.ts'

const editor = (content = '<p>Kommen Sie.</p>', lang = 'de') =>
  fixture<TextEditor>(html`<desk-text label="Ausführlich" text-lang=${lang} .html=${content}></desk-text>`)
const field = (element: TextEditor) => element.shadowRoot!.querySelector('textarea')!
const button = (element: TextEditor, label: string) =>
  [...element.shadowRoot!.querySelectorAll('button')].find((one) => one.textContent!.trim() === label)!

describe('desk-text', () => {
  it('gives back what nobody changed', async () => {
    const element = await editor('<p>5 * 3 &amp; <strong>x</strong></p>')
    expect(element.value).to.equal('<p>5 * 3 &amp; <strong>x</strong></p>')
    await expect(element).to.be.accessible()
  })

  it('takes what is typed', async () => {
    const element = await editor('')
    field(element).focus()
    await sendKeys({ type: 'Bringen Sie mit:' })
    await sendKeys({ press: 'Enter' })
    await sendKeys({ type: '- Ausweis' })
    expect(element.value).to.equal('<p>Bringen Sie mit:</p><ul><li>Ausweis</li></ul>')
  })

  it('marks what is selected, by button', async () => {
    const element = await editor()
    field(element).setSelectionRange(0, 6)
    button(element, 'Fett').click()
    expect(element.value).to.equal('<p><strong>Kommen</strong> Sie.</p>')
    field(element).setSelectionRange(0, field(element).value.length)
    button(element, 'Aufzählung').click()
    expect(element.value).to.equal('<ul><li><strong>Kommen</strong> Sie.</li></ul>')
  })

  it('shows tables as HTML and keeps them', async () => {
    const table = '<table><tr><td>1</td></tr></table>'
    const element = await editor(table)
    expect(field(element).value).to.equal(table)
    expect(button(element, 'Fett')).to.equal(undefined)
    await expect(element).to.be.accessible()
  })

  for (const width of [360, 1280])
    it(`says beside the text what makes it hard, and leads there, at ${width} px`, async () => {
      await setViewport({ width, height: 800 })
      const element = await editor('<p>Der Antrag wird geprüft.</p>')
      button(element, 'Verständlichkeit prüfen').click()
      while (!element.shadowRoot!.querySelector('desk-readability')?.shadowRoot?.querySelector('q'))
        await aTimeout(10)
      element.shadowRoot!.querySelector('desk-readability')!.dispatchEvent(new PlaceChosenEvent(11, 23))
      const { selectionStart, selectionEnd, value } = field(element)
      expect(value.slice(selectionStart, selectionEnd)).to.equal('wird geprüft')
      expect(element.scrollWidth).to.be.at.most(element.clientWidth)
      await expect(element).to.be.accessible()
    })

  it('judges only German', async () => {
    expect(button(await editor('<p>Come.</p>', 'en'), 'Verständlichkeit prüfen')).to.equal(undefined)
  })
})
