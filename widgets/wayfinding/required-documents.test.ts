import { expect, waitUntil } from '@open-wc/testing'
import { emulateMedia, sendKeys } from '@web/test-runner-commands'
import { sampleService, wayfinderClient } from './samples.ts'
import { freshPage, patience, wayfinder } from './testing.ts'

let made = 0
/** A service nobody has ticked anything of yet. */
async function page(attributes: Record<string, string> = {}) {
  const id = `list-${(made += 1)}`
  const shown = await wayfinder(
    { service: id, ...attributes },
    wayfinderClient({ service: async () => ({ ...sampleService, id }) }),
  )
  await shown.appears('[part=documents]')
  const boxes = () => [...shown.root.querySelectorAll<HTMLInputElement>('[part=documents] input')]
  const count = () => shown.find('[part=ticked]')!.innerText
  return { ...shown, boxes, count }
}

describe('the checklist of documents', () => {
  freshPage()

  it('counts what is ticked', async () => {
    const { boxes, count, el } = await page()
    expect(count()).to.equal('0 von 2 abgehakt')
    boxes()[0]!.click()
    await waitUntil(() => count() === '1 von 2 abgehakt', undefined, patience)
    boxes()[0]!.click()
    await waitUntil(() => count() === '0 von 2 abgehakt', undefined, patience)
    await expect(el).to.be.accessible()
  })

  it('is ticked with the keyboard, and says to screen readers how many', async () => {
    const { boxes, count, find } = await page()
    boxes()[1]!.focus()
    await sendKeys({ press: 'Space' })
    await waitUntil(() => count() === '1 von 2 abgehakt', undefined, patience)
    expect(find('[part=ticked]')!.getAttribute('role')).to.equal('status')
  })

  it('remembers while the page is open, also when the reader has been elsewhere, and stores nothing', async () => {
    const { el, boxes, appears } = await page()
    boxes()[1]!.click()
    el.requestUpdate()
    await el.updateComplete
    expect(boxes().map((box) => box.checked)).to.deep.equal([false, true])
    const { service } = el
    el.service = ''
    await appears('[part=topics]')
    el.service = service
    await appears('[part=documents]')
    expect(boxes().map((box) => box.checked)).to.deep.equal([false, true])
    expect(localStorage.length + sessionStorage.length).to.equal(0)
  })

  it('prints alone, with the office and a line for the appointment, and leaves the page as it was', async () => {
    const { root, press, find } = await page()
    const before = root.adoptedStyleSheets.length
    const original = window.print
    let printed = 0
    window.print = () => (printed += 1)
    try {
      press('Nur diese Liste drucken')
      await waitUntil(() => printed === 1, undefined, patience)
      await emulateMedia({ media: 'print' })
      const shown = (selector: string) => find(selector)!.getClientRects().length > 0
      expect(['.bring', '.office', '.only-list', '.lead', '.footer', '.next'].map(shown)).to.deep.equal([
        true,
        true,
        true,
        false,
        false,
        false,
      ])
      expect(find('.bring')!.getBoundingClientRect().top).to.be.lessThan(
        find('.office')!.getBoundingClientRect().top,
      )
      expect(root.querySelectorAll('details[open]')).to.have.length(0)
    } finally {
      window.print = original
      await emulateMedia({ media: 'screen' })
      dispatchEvent(new Event('afterprint'))
    }
    expect(root.adoptedStyleSheets).to.have.length(before)
  })
})
