import { expect, fixture, html } from '@open-wc/testing'
import { sendKeys, sendMouse } from '@web/test-runner-commands'
import { moved } from './moved.ts'
import './sortable.ts'

async function sortable() {
  const items = ['Geburt', 'Umzug', 'Heirat'].map((label) => ({ key: label.toLowerCase(), label }))
  const el = await fixture<HTMLElementTagNameMap['desk-sortable']>(
    html`<desk-sortable label="Reihenfolge der Lebenslagen" .items=${items}></desk-sortable>`,
  )
  const root = el.shadowRoot!
  const order = () => [...root.querySelectorAll('.content')].map(({ textContent }) => textContent)
  const button = (name: string) => root.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`)!
  const status = () => root.querySelector('[role=status]')!.textContent
  return { el, root, order, button, status }
}

describe('<desk-sortable>', () => {
  it('is accessible, and its ends go no further', async () => {
    const { el, button } = await sortable()
    await expect(el).to.be.accessible()
    expect(button('Nach oben: Geburt').disabled).to.be.true
    expect(button('Nach unten: Heirat').disabled).to.be.true
  })

  it('moves by its buttons, which keep the focus, and says where the item is now', async () => {
    const { el, root, order, button, status } = await sortable()
    button('Nach unten: Geburt').focus()
    const told: string[][] = []
    el.addEventListener('desk-order-changed', ({ keys }) => told.push([...keys]))
    await sendKeys({ press: 'Enter' })
    await el.updateComplete
    expect(told).to.deep.equal([['umzug', 'geburt', 'heirat']])
    expect(order()).to.deep.equal(['Umzug', 'Geburt', 'Heirat'])
    expect(status()).to.equal('Geburt steht jetzt an Stelle 2 von 3.')
    expect(root.activeElement).to.equal(button('Nach unten: Geburt'))
    await sendKeys({ press: 'Enter' })
    await el.updateComplete
    expect(order()).to.deep.equal(['Umzug', 'Heirat', 'Geburt'])
    expect(root.activeElement).to.equal(button('Nach oben: Geburt'))
  })

  it('moves by Alt and an arrow', async () => {
    const { el, order, button } = await sortable()
    button('Nach oben: Heirat').focus()
    await sendKeys({ press: 'Alt+ArrowUp' })
    await el.updateComplete
    expect(order()).to.deep.equal(['Geburt', 'Heirat', 'Umzug'])
  })

  it('moves by dragging', async () => {
    const { root, order } = await sortable()
    const centre = (element: Element): [number, number] => {
      const { left, top, width, height } = element.getBoundingClientRect()
      return [Math.round(left + width / 2), Math.round(top + height / 2)]
    }
    const handles = [...root.querySelectorAll('.handle')].map(centre)
    await sendMouse({ type: 'move', position: handles[0]! })
    await sendMouse({ type: 'down' })
    await sendMouse({ type: 'move', position: [handles[1]![0], handles[1]![1] + 8] })
    await sendMouse({ type: 'move', position: [handles[2]![0], handles[2]![1] + 8] })
    await sendMouse({ type: 'up' })
    expect(order()).to.deep.equal(['Umzug', 'Heirat', 'Geburt'])
    await sendMouse({ type: 'move', position: handles[0]! })
    expect(order()).to.deep.equal(['Umzug', 'Heirat', 'Geburt'])
  })
})

describe('an item moved', () => {
  for (const [from, to, order] of [
    [0, 2, 'bca'],
    [2, 0, 'cab'],
    [1, 1, 'abc'],
  ] as const)
    it(`from ${from} to ${to} makes abc ${order}`, () =>
      expect(moved([...'abc'], from, to).join('')).to.equal(order))
})
