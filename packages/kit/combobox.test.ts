import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { messages } from '@amtsweg/messages/states/de.ts'
import type { Combobox, ComboboxOption, OptionChosenEvent, Suggest, TextSubmittedEvent } from './combobox.ts'
import './combobox.ts'

/** The first load of a module may take its time on a busy machine. */
const patience = { timeout: 10_000 }

const towns: readonly ComboboxOption[] = ['Wismar', 'Warin', 'Waren'].map((label) => ({
  label,
  value: label,
}))
const suggestTowns: Suggest = (text) =>
  towns.filter(({ label }) => label.toLowerCase().startsWith(text.toLowerCase()))

async function field(suggest: Suggest = suggestTowns, attributes: Partial<Combobox> = {}) {
  const el = await fixture<Combobox>(
    html`<amt-combobox label="Ort" .suggest=${suggest} .words=${messages.search}></amt-combobox>`,
  )
  Object.assign(el, attributes)
  await el.updateComplete
  const root = el.shadowRoot!
  const input = root.querySelector('input')!
  const options = () => [...root.querySelectorAll<HTMLElement>('[role=option]')]
  const status = () => root.querySelector('[role=status]')!.textContent!.trim()
  const isOpen = () => input.ariaExpanded === 'true'
  const active = () => root.querySelector('[aria-selected=true]')?.textContent?.trim()
  async function type(text: string) {
    input.focus()
    await sendKeys({ type: text })
    await waitUntil(() => status() !== '', 'the suggestions have come', patience)
  }
  const press = async (...keys: string[]) => {
    for (const press of keys) await sendKeys({ press })
    await el.updateComplete
  }
  return { el, input, options, status, isOpen, active, type, press }
}

describe('<amt-combobox>', () => {
  it('is a labelled, accessible combobox, closed and open', async () => {
    const { el, input, type, isOpen } = await field()
    expect(input.getAttribute('role')).to.equal('combobox')
    expect(input.labels![0]!.textContent).to.equal('Ort')
    await expect(el).to.be.accessible()
    await type('wa')
    expect(isOpen()).to.be.true
    await expect(el).to.be.accessible()
  })

  it('says how many suggestions there are', async () => {
    const { type, status } = await field()
    await type('wa')
    expect(status()).to.equal('2 Vorschläge')
  })

  it('says that there is none, for everyone to see', async () => {
    const { el, type, status, isOpen } = await field()
    await type('xyz')
    expect(status()).to.include('Kein Vorschlag für „xyz“')
    expect(isOpen()).to.be.false
    expect(el.shadowRoot!.querySelector('[role=status]')!.className).not.to.include('visually-hidden')
  })

  it('says when the suggestions cannot be had', async () => {
    const { type, status } = await field(() => Promise.reject(new Error('down')))
    await type('wa')
    expect(status()).to.equal(messages.search.failed)
  })

  it('waits for the second character', async () => {
    const asked: string[] = []
    const { input, type } = await field((text) => {
      asked.push(text)
      return towns
    })
    input.focus()
    await sendKeys({ type: 'w' })
    await type('a')
    expect(asked).to.deep.equal(['wa'])
  })

  it('asks once for words typed in one go', async () => {
    const asked: string[] = []
    const { type } = await field((text) => {
      asked.push(text)
      return towns
    })
    await type('wismar')
    expect(asked).to.deep.equal(['wismar'])
  })

  it('gives up a question when a newer one is asked', async () => {
    const signals: AbortSignal[] = []
    const { input, el } = await field((text, signal) => {
      signals.push(signal)
      return text === 'wa' ? new Promise(() => {}) : towns
    })
    input.focus()
    await sendKeys({ type: 'wa' })
    await waitUntil(() => signals.length === 1, undefined, patience)
    await sendKeys({ type: 'r' })
    await waitUntil(() => signals.length === 2, undefined, patience)
    expect(signals[0]!.aborted).to.be.true
    await el.updateComplete
  })

  it('walks through the list with the arrows, over the field and round', async () => {
    const { type, press, active, input } = await field()
    await type('wa')
    await press('ArrowDown')
    expect(active()).to.equal('Warin')
    expect(input.getAttribute('aria-activedescendant')).to.equal('option-0')
    await press('ArrowDown', 'ArrowDown')
    expect(active()).to.be.undefined
    await press('ArrowUp')
    expect(active()).to.equal('Waren')
  })

  it('tells with an event what was chosen by Enter', async () => {
    const { el, type, press, input, isOpen } = await field()
    await type('wa')
    const chosen = oneEvent(el, 'amt-option-chosen') as unknown as Promise<OptionChosenEvent>
    await press('ArrowDown', 'Enter')
    expect((await chosen).option).to.deep.equal({ label: 'Warin', value: 'Warin' })
    expect(input.value).to.equal('Warin')
    expect(isOpen()).to.be.false
  })

  it('tells what was chosen by pointer, and keeps the focus in the field', async () => {
    const { el, type, options, input } = await field()
    await type('wa')
    const chosen = oneEvent(el, 'amt-option-chosen') as unknown as Promise<OptionChosenEvent>
    const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true })
    options()[1]!.dispatchEvent(down)
    options()[1]!.click()
    expect((await chosen).option.value).to.equal('Waren')
    expect(down.defaultPrevented).to.be.true
    expect(el.shadowRoot!.activeElement).to.equal(input)
  })

  it('tells with an event what was typed when Enter is pressed without choosing', async () => {
    const { el, type, press } = await field()
    await type('wa')
    const submitted = oneEvent(el, 'amt-text-submitted') as unknown as Promise<TextSubmittedEvent>
    await press('Enter')
    expect((await submitted).text).to.equal('wa')
  })

  it('closes with Escape first and clears with Escape next', async () => {
    const { type, press, isOpen, input } = await field()
    await type('wa')
    await press('Escape')
    expect(isOpen()).to.be.false
    expect(input.value).to.equal('wa')
    await press('Escape')
    expect(input.value).to.equal('')
  })

  it('opens again with the arrow, closes with Alt and arrow up', async () => {
    const { type, press, isOpen } = await field()
    await type('wa')
    await press('Escape', 'ArrowDown')
    expect(isOpen()).to.be.true
    await sendKeys({ down: 'Alt' })
    await press('ArrowUp')
    await sendKeys({ up: 'Alt' })
    expect(isOpen()).to.be.false
  })

  it('returns to the text with Home and End', async () => {
    const { type, press, active, input } = await field()
    await type('wa')
    await press('ArrowDown', 'Home')
    expect(active()).to.be.undefined
    expect(input.selectionStart).to.equal(0)
    await press('ArrowDown', 'End')
    expect(active()).to.be.undefined
    expect(input.selectionStart).to.equal(2)
  })

  it('leaves with Tab, without choosing and without losing what was typed', async () => {
    const { type, press, isOpen, input } = await field()
    await type('wa')
    await press('ArrowDown', 'Tab')
    expect(isOpen()).to.be.false
    expect(input.value).to.equal('wa')
  })

  it('leaves keys and text alone while an input method composes', async () => {
    const asked: string[] = []
    const { input, el } = await field((text) => {
      asked.push(text)
      return towns
    })
    input.value = 'wa'
    input.dispatchEvent(new InputEvent('input', { isComposing: true }))
    const enter = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, cancelable: true })
    input.dispatchEvent(enter)
    await el.updateComplete
    expect(enter.defaultPrevented).to.be.false
    expect(asked).to.deep.equal([])
    input.dispatchEvent(new CompositionEvent('compositionend'))
    await waitUntil(() => asked.length === 1, undefined, patience)
  })

  it('shows all lines on a click where there is nothing to ask for', async () => {
    const { input, options, isOpen } = await field(suggestTowns, { minLength: 0 })
    input.click()
    await waitUntil(isOpen, undefined, patience)
    expect(options().length).to.equal(3)
  })

  it('names what is wrong with the entry', async () => {
    const { el, input } = await field(suggestTowns, { error: 'Bitte wählen.' })
    expect(input.ariaInvalid).to.equal('true')
    expect(el.shadowRoot!.getElementById('about')!.textContent).to.include('Bitte wählen.')
    await expect(el).to.be.accessible()
  })

  it('has targets of at least 44 pixels', async () => {
    const { type, options, input } = await field()
    await type('wa')
    for (const element of [input, ...options()]) {
      expect(element.getBoundingClientRect().height).to.be.at.least(44)
    }
  })
})
