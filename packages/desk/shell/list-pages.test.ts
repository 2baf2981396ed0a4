import { expect, fixture, waitUntil } from '@open-wc/testing'
import { html, LitElement } from 'lit'
import { NetworkError } from '@amtsweg/client'
import { ListPages } from './list-pages.ts'

interface Page {
  readonly items: readonly string[]
  readonly next: string | null
  readonly total: number
}

const pages: Readonly<Record<string, Page>> = {
  first: { items: ['a', 'b'], next: '2', total: 3 },
  2: { items: ['c'], next: null, total: 3 },
}
const unreachable = new NetworkError()

class TestList extends LitElement {
  readonly asked: (string | undefined)[] = []
  fails = false
  readonly pages = new ListPages<Page>(this, async ({ cursor, signal }) => {
    this.asked.push(cursor)
    await Promise.resolve()
    signal.throwIfAborted()
    if (this.fails) throw unreachable
    return pages[cursor ?? 'first']!
  })

  override render() {
    return html`<ul>
        ${this.pages.items?.map((item) => html`<li>${item}</li>`)}
      </ul>
      ${this.pages.end('Mehr')}`
  }
}
customElements.define('test-list-pages', TestList)

async function open() {
  const list = await fixture<TestList>(html`<test-list-pages></test-list-pages>`)
  await list.pages.load()
  await list.updateComplete
  const shown = () => [...list.renderRoot.querySelectorAll('li')].map(({ textContent }) => textContent)
  const button = () => list.renderRoot.querySelector('button')
  return { list, shown, button }
}

describe('a list that is read page by page', () => {
  it('adds a page when asked, and at the end stays where the reader is', async () => {
    const { list, shown, button } = await open()
    expect(shown()).to.deep.equal(['a', 'b'])
    expect(list.pages.answer?.total).to.equal(3)
    button()!.focus()
    button()!.click()
    await waitUntil(() => list.shadowRoot!.activeElement?.id === 'list-end')
    expect(shown()).to.deep.equal(['a', 'b', 'c'])
    expect(button()).to.equal(null)
  })

  it('keeps what it has where a page does not come, and asks for that one again', async () => {
    const { list, shown, button } = await open()
    list.fails = true
    button()!.click()
    await waitUntil(() => list.renderRoot.querySelector('[role="alert"]'))
    expect(shown()).to.deep.equal(['a', 'b'])
    list.fails = false
    button()!.click()
    await waitUntil(() => shown().length === 3)
    expect(list.asked).to.deep.equal([undefined, '2', '2'])
    expect(list.renderRoot.querySelector('[role="alert"]')).to.equal(null)
  })

  it('forgets the answer to a question that was replaced by another', async () => {
    const { list, shown } = await open()
    await Promise.all([list.pages.load(), list.pages.load()])
    await list.updateComplete
    expect(shown()).to.deep.equal(['a', 'b'])
    expect(list.pages.error).to.equal(undefined)
  })

  it('loses what is done with', async () => {
    const { list, shown } = await open()
    list.pages.keep((item) => item !== 'a')
    await list.updateComplete
    expect(shown()).to.deep.equal(['b'])
  })
})
