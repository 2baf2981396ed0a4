import { expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import './conflict-view.ts'

const fields = [
  { id: 'name', label: 'Name', mine: 'Bürgeramt', theirs: 'Bürgerbüro' },
  { id: 'phone', label: 'Telefon', mine: '03883 1', theirs: '03883 2' },
]

async function view() {
  const el = await fixture<HTMLElementTagNameMap['desk-conflict-view']>(
    html`<desk-conflict-view .fields=${fields}></desk-conflict-view>`,
  )
  const root = el.shadowRoot!
  return { el, root, submit: () => root.querySelector('button')!.click() }
}

describe('<desk-conflict-view>', () => {
  it('shows both versions of each field, begins at its heading, and is accessible', async () => {
    const { el, root } = await view()
    expect([...root.querySelectorAll('.version')].map(({ textContent }) => textContent)).to.deep.equal([
      'Bürgeramt',
      'Bürgerbüro',
      '03883 1',
      '03883 2',
    ])
    expect(root.activeElement?.localName).to.equal('h2')
    await expect(el).to.be.accessible()
  })

  it('gives the choices made by keyboard', async () => {
    const { el } = await view()
    const solved = new Promise<object>((resolve) =>
      el.addEventListener('desk-conflict-solved', ({ choices }) => resolve(choices)),
    )
    for (const press of ['Tab', 'Space', 'Tab', 'Space', 'ArrowDown', 'Tab', 'Enter'])
      await sendKeys({ press })
    expect(await solved).to.deep.equal({ name: 'mine', phone: 'theirs' })
  })

  it('leads to the first field without a choice', async () => {
    const { el, root, submit } = await view()
    submit()
    await el.updateComplete
    expect(root.querySelector('[role=alert]')!.textContent).to.contain('für jede Angabe')
    expect((root.activeElement as HTMLInputElement).name).to.equal('name')
  })
})
