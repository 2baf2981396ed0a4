import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { Column, Source } from './long-list.ts'
import './long-list.ts'

interface Service {
  readonly id: number
  readonly name: string
}
const patience = { timeout: 10_000 }
const all = Array.from({ length: 10_000 }, (_, id): Service => ({ id, name: `Leistung ${id}` }))
const columns: readonly Column<unknown>[] = [
  { label: 'Leistung', draw: (item) => (item as Service).name },
  { label: 'Stand', draw: () => 'heute' },
]

/** Ten thousand on a server that gives a hundred at a time. */
const server =
  (asked: string[] = []): Source<unknown> =>
  async ({ q, cursor = '0', limit }) => {
    asked.push(`${q} from ${cursor}`)
    const found = all.filter(({ name }) => name.includes(q))
    const from = Number(cursor)
    const next = from + limit < found.length ? `${from + limit}` : null
    return { items: found.slice(from, from + limit), next, total: found.length }
  }

async function list(source: Source<unknown> = server()) {
  const el = await fixture<HTMLElementTagNameMap['desk-list']>(html`
    <desk-list
      label="Leistungen"
      search-label="Leistung suchen"
      .source=${source}
      .columns=${columns}
      .href=${(item: unknown) => `/desk/services/${(item as Service).id}`}
    ></desk-list>
  `)
  const root = el.shadowRoot!
  const rows = () => [...root.querySelectorAll<HTMLElement>('[role=row]')]
  const status = () => root.querySelector('[role=status]')!.textContent!.trim()
  const focused = () => root.activeElement?.textContent?.trim()
  const drawn = () => waitUntil(() => rows().length, 'rows are drawn', patience)
  const press = async (key: string, text: string) => {
    await sendKeys({ press: key })
    await waitUntil(() => focused() === text, `${key} leads to ${text}, not ${focused()}`, patience)
  }
  return { el, root, rows, status, focused, drawn, press }
}

describe('<desk-list>', () => {
  afterEach(() => history.replaceState(null, '', location.pathname))

  it('draws what can be seen of ten thousand, tells how many there are, and is accessible', async () => {
    const { el, root, rows, status, drawn } = await list()
    await drawn()
    expect(rows().length).to.be.greaterThan(3).and.lessThan(60)
    expect(status()).to.equal('10.000 Einträge')
    expect(root.querySelector('[role=grid]')!.ariaRowCount).to.equal('10000')
    expect(rows()[1]!.ariaRowIndex).to.equal('2')
    await expect(el).to.be.accessible()
  })

  it('goes from row to row by keys, and loads on', async () => {
    const { root, rows, press, drawn } = await list()
    await drawn()
    root.querySelector<HTMLElement>('[role=row] a')!.focus()
    await press('ArrowDown', 'Leistung 1')
    await press('ArrowUp', 'Leistung 0')
    await press('ArrowUp', 'Leistung 0')
    await press('End', 'Leistung 99')
    await waitUntil(() => rows().at(-1)!.textContent!.includes('Leistung 10'), 'more has come', patience)
    await press('ArrowDown', 'Leistung 100')
    await press('Home', 'Leistung 0')
    await sendKeys({ press: 'PageDown' })
    await waitUntil(() => Number(/\d+/.exec(root.activeElement!.textContent!)) > 3, 'a page on', patience)
    await press('PageUp', 'Leistung 0')
    expect(rows().length).to.be.lessThan(60)
  })

  it('has one row in the order of Tab, so that nobody tabs through thousands', async () => {
    const { root, drawn } = await list()
    await drawn()
    expect(root.querySelectorAll('[role=row] a[tabindex="0"]').length).to.equal(1)
  })

  it('asks the server for what is typed, once it is typed, and keeps that in the address', async () => {
    const asked: string[] = []
    const { root, status, drawn } = await list(server(asked))
    await drawn()
    root.querySelector('input')!.focus()
    await sendKeys({ type: '9999' })
    await waitUntil(() => status() === 'Ein Eintrag', status(), patience)
    expect(asked).to.deep.equal([' from 0', '9999 from 0'])
    expect(new URL(location.href).searchParams.get('q')).to.equal('9999')
  })

  it('says that nothing was found', async () => {
    const { el, root, status } = await list(async () => ({ items: [], next: null }))
    await waitUntil(() => root.querySelector('.empty'), 'it is said', patience)
    expect(root.querySelector('.empty')!.textContent).to.contain('Nichts gefunden')
    expect(status()).to.equal('')
    await expect(el).to.be.accessible()
  })

  it('says that it failed, and tries again', async () => {
    let isDown = true
    const { el, root, drawn } = await list((asked) =>
      isDown ? Promise.reject(new Error('down')) : server()(asked),
    )
    await waitUntil(() => root.querySelector('[role=alert]'), 'it is said', patience)
    await expect(el).to.be.accessible()
    isDown = false
    root.querySelector<HTMLButtonElement>('[role=alert] button')!.click()
    await drawn()
  })
})
