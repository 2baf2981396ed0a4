import { expect, waitUntil } from '@open-wc/testing'
import type { EndedSearch, ServicePage } from '@amtsweg/contract'
import { samplePage, wayfinderClient } from './samples.ts'
import { freshPage, heading, patience, wayfinder } from './testing.ts'
import './ends.ts'

const nothing: ServicePage = { items: [], next: null }

/** A wayfinder in which somebody searches, and what it tells the server of that. */
async function searching(attributes: Record<string, string> = {}) {
  const told: EndedSearch[] = []
  const client = wayfinderClient({
    services: async ({ q }) => (q === 'Hund' || q === 'Katze' ? samplePage : nothing),
    searchEnded: (end) => void told.push(end),
  })
  const shown = await wayfinder(attributes, client)
  const search = async (text: string) => {
    await shown.appears('amt-combobox')
    shown.find('amt-combobox')!.dispatchEvent(Object.assign(new Event('amt-text-submitted'), { text }))
    await waitUntil(() => heading(shown.root).includes(text) && !shown.find('.pending'), undefined, patience)
  }
  const tells = (count: number) =>
    waitUntil(() => told.length === count, `${count} are told, not ${told.length}`, patience)
  return { ...shown, told, search, tells }
}

/** What a browser says of its reader, for one test. */
function reader(name: 'doNotTrack' | 'globalPrivacyControl', value: unknown) {
  Object.defineProperty(navigator, name, { configurable: true, value })
  return () => Reflect.deleteProperty(navigator, name)
}

describe('how a search ended', () => {
  freshPage()

  it('is told where nothing was found', async () => {
    const { search, tells, told } = await searching({ area: '130740087087' })
    await search('Hundemarke')
    await tells(1)
    expect(told).to.eql([{ outcome: 'none', q: 'Hundemarke', area: '130740087087' }])
  })

  it('is told where something was opened', async () => {
    const { search, tells, told, press, appears } = await searching()
    await search('Hund')
    press('Hund anmelden')
    await appears('[part=service]')
    await tells(1)
    expect(told).to.eql([{ outcome: 'opened', q: 'Hund', service: 'pa' }])
  })

  it('is told where the reader searches on', async () => {
    const { search, tells, told } = await searching()
    await search('Hund')
    await search('Katze')
    await tells(1)
    expect(told).to.eql([{ outcome: 'unopened', q: 'Hund' }])
  })

  it('is told where the reader goes elsewhere in the widget', async () => {
    const { search, tells, told, find } = await searching()
    await search('Hund')
    find('[part=back]')!.click()
    await tells(1)
    expect(told).to.eql([{ outcome: 'unopened', q: 'Hund' }])
  })

  it('is told where the reader leaves the page', async () => {
    const { search, tells, told, says } = await searching()
    await search('Hund')
    await says('Hund anmelden')
    await waitUntil(
      () => {
        dispatchEvent(new Event('pagehide'))
        return told.length > 0
      },
      undefined,
      patience,
    )
    await tells(1)
    expect(told).to.eql([{ outcome: 'unopened', q: 'Hund' }])
  })

  it('is told once, also where the reader comes back to it or narrows it', async () => {
    const { search, tells, told, press, appears, find, root, says } = await searching()
    await search('Hund')
    await says('Unternehmen')
    press('Unternehmen')
    await waitUntil(
      () => root.querySelector('[aria-pressed=true]')?.textContent?.includes('Unternehmen'),
      undefined,
      patience,
    )
    await appears('[part=results]')
    press('Hund anmelden')
    await appears('[part=service]')
    find('[part=back]')!.click()
    await appears('[part=results]')
    await search('Nichts')
    await tells(2)
    expect(told.map(({ outcome }) => outcome)).to.eql(['opened', 'none'])
  })

  it('stays open where a line was opened in a new tab', async () => {
    const { search, tells, told, appears, find } = await searching({ 'deep-links': '' })
    await search('Nichts')
    await tells(1)
    await search('Hund')
    await appears('[part=results]')
    const open = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ctrlKey: true })
    find('#item-0')!.addEventListener('click', (event) => event.preventDefault(), { once: true })
    find('#item-0')!.dispatchEvent(open)
    await search('Auch nichts')
    await tells(2)
    expect(told.map(({ outcome }) => outcome)).to.eql(['none', 'none'])
  })
})

describe('a service that was opened without a search', () => {
  freshPage()

  it('is told without words', async () => {
    const { tells, told, appears, press } = await searching({ view: 'a-z' })
    await appears('[part=keywords]')
    press('Abmeldung')
    await tells(1)
    expect(told).to.eql([{ outcome: 'opened', service: 'pa' }])
  })
})

describe('nothing is told', () => {
  freshPage()

  for (const [name, value] of [
    ['doNotTrack', '1'],
    ['globalPrivacyControl', true],
  ] as const) {
    it(`to who says so by ${name}`, async () => {
      const restore = reader(name, value)
      const { search, told, says } = await searching()
      await search('Hundemarke')
      await says('Hundemarke')
      restore()
      // The next one is told, and would come after the first.
      await search('Noch etwas')
      await waitUntil(() => told.length > 0, undefined, patience)
      expect(told).to.eql([{ outcome: 'none', q: 'Noch etwas' }])
    })
  }

  it('where the page does not want it', async () => {
    const { el, search, told } = await searching({ uncounted: '' })
    await search('Hundemarke')
    el.removeAttribute('uncounted')
    await search('Noch etwas')
    await waitUntil(() => told.length > 0, undefined, patience)
    expect(told).to.eql([{ outcome: 'none', q: 'Noch etwas' }])
  })
})
