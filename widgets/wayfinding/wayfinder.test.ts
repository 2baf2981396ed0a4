import { expect, oneEvent, waitUntil } from '@open-wc/testing'
import { sendKeys, setViewport } from '@web/test-runner-commands'
import { type ApiClient, markStale, NetworkError, OfflineError } from '@amtsweg/client'
import type {
  SearchDoneEvent,
  ServiceOpenedEvent,
  ViewChangedEvent,
  WayfindingFailedEvent,
} from './events.ts'
import { sampleKeywords, samplePage, sampleService, sampleTree, wayfinderClient } from './samples.ts'
import { failing, freshPage, heading, patience, plain, waiting, wayfinder } from './testing.ts'

describe('<amt-wayfinder>', () => {
  freshPage()

  describe('at the start', () => {
    it('offers search and topics, each icon with words', async () => {
      const { el, appears, text } = await wayfinder()
      await appears('[part=topic]')
      expect(text()).to.include('Was möchten Sie erledigen?').and.to.include('Umzug & Wohnen')
      await expect(el).to.be.accessible()
    })

    it('begins where the attributes say', async () => {
      const situations = await wayfinder({ view: 'life-situations' })
      await situations.says('Urkunden und Beglaubigungen')
      await expect(situations.el).to.be.accessible()
      const service = await wayfinder({ service: 'pa' })
      await service.says('Das brauchen Sie')
      expect(service.find('[part=back]')).to.be.null
      const situation = await wayfinder({ 'life-situation': 'ausweise' })
      await situation.says('Personalausweis und Reisepass')
      expect(heading(situation.root)).to.equal('Ausweise & Urkunden')
    })

    it('follows its attributes while it lives', async () => {
      const { el, appears, says } = await wayfinder()
      await appears('[part=topic]')
      el.setAttribute('service', 'pa')
      await says('Das brauchen Sie')
      el.removeAttribute('service')
      el.setAttribute('view', 'a-z')
      await says('Abmeldung')
    })
  })

  describe('by keyboard alone', () => {
    it('leads from a word to the service', async () => {
      const { el, find, appears, says, root } = await wayfinder()
      await appears('amt-combobox')
      find('amt-combobox')!.focus()
      await sendKeys({ type: 'Perso' })
      const list = find('amt-combobox')!.shadowRoot!
      await waitUntil(() => list.querySelectorAll('[role=option]').length === 2, undefined, patience)
      await expect(el).to.be.accessible()
      await sendKeys({ press: 'ArrowDown' })
      await sendKeys({ press: 'Enter' })
      await says('Das brauchen Sie')
      expect(heading(root)).to.equal('Personalausweis beantragen')
      expect(root.activeElement!.id).to.equal('heading')
    })

    it('leads from Enter to results, from there to a service, and back with all that was typed', async () => {
      const { find, appears, says, root } = await wayfinder()
      await appears('amt-combobox')
      find('amt-combobox')!.focus()
      await sendKeys({ type: 'Hund' })
      await sendKeys({ press: 'Enter' })
      await says('Die ersten 6 Leistungen')
      expect(root.activeElement!.id).to.equal('heading')
      find('#item-0')!.focus()
      await sendKeys({ press: 'Enter' })
      await appears('[part=service]')
      find('[part=back]')!.focus()
      await sendKeys({ press: 'Enter' })
      await appears('[part=results]')
      find('[part=back]')!.focus()
      await sendKeys({ press: 'Enter' })
      await appears('[part=topics]')
      expect(find<HTMLElement & { value: string }>('amt-combobox')!.value).to.equal('Hund')
    })
  })

  describe('with results', () => {
    const results = async (client?: ApiClient) => {
      const shown = await wayfinder({ 'deep-links': '' }, client)
      await shown.appears('amt-combobox')
      const field = shown.find<HTMLElement & { value: string }>('amt-combobox')!
      field.value = 'Hund'
      field.dispatchEvent(new Event('input'))
      shown.press('Suchen')
      await waitUntil(() => heading(shown.root).includes('Hund'), undefined, patience)
      return shown
    }

    it('shows titles, teasers and what can be done online', async () => {
      const { el, says, text } = await results()
      await says('Hund anmelden')
      expect(text()).to.include('Ein Hund zieht ein?').and.to.include('Online möglich')
      await expect(el).to.be.accessible()
    })

    it('appends more and puts the reader on the first new one', async () => {
      const { press, says, root } = await results()
      await says('Mehr anzeigen')
      press('Mehr anzeigen')
      await says('Sperrmüll')
      expect(root.activeElement!.id).to.equal('item-6')
      expect(root.querySelector('[role=status]')!.textContent).to.include('7 Leistungen gefunden')
    })

    it('narrows to citizens or businesses without a step in the history', async () => {
      const audiences: unknown[] = []
      const client = wayfinderClient({
        services: async ({ audience }) => {
          audiences.push(audience)
          return samplePage
        },
      })
      const { appears, press } = await results(client)
      await appears('.filter')
      const before = history.length
      press('Unternehmen')
      await waitUntil(() => audiences.includes('business'), undefined, patience)
      expect(history.length).to.equal(before)
    })

    it('has a way on where nothing is found', async () => {
      const { el, says, find, press } = await results(
        wayfinderClient({ services: async () => ({ items: [], next: null }) }),
      )
      await says('Zu „Hund“ haben wir nichts gefunden.')
      expect(find('slot')).to.exist
      await expect(el).to.be.accessible()
      press('Stichwörter von A bis Z')
      await says('Abmeldung')
    })
  })

  it('opens a life situation by the id that another catalogue gave it', async () => {
    const tree = { ...sampleTree, items: [{ ...sampleTree.items[2]!, aliases: ['ozg-lage-tierhaltung'] }] }
    const { says, root } = await wayfinder(
      { 'life-situation': 'ozg-lage-tierhaltung' },
      wayfinderClient({ lifeSituations: async () => tree }),
    )
    await says('Hund anmelden')
    expect(heading(root)).to.equal('Tiere, Natur & Umwelt')
  })

  it('leads from a keyword to the words it refers to, each with an address', async () => {
    const asked: unknown[] = []
    const client = wayfinderClient({
      keywords: async (query) => {
        asked.push([query?.letter, query?.from])
        return sampleKeywords
      },
    })
    const { el, says, find, press } = await wayfinder({ view: 'a-z', 'deep-links': '' }, client)
    await says('siehe auch Reisepass')
    expect(plain(find('[part=keywords]')!.innerText)).to.include('siehe Wegzug')
    await expect(el).to.be.accessible()
    press('Übergangsausweis')
    await waitUntil(() => asked.length === 2, undefined, patience)
    expect(asked).to.deep.equal([
      ['A', undefined],
      ['U', 'Übergangsausweis'],
    ])
    expect(new URLSearchParams(location.search).get('amt-q')).to.equal('Übergangsausweis')
    expect(new URLSearchParams(location.search).get('amt-view')).to.equal('a-z')
  })

  it('leads through life situations to services', async () => {
    const { el, appears, press, says, root } = await wayfinder({ view: 'life-situations' })
    await appears('[part=topic]')
    press('Ausweise')
    await says('4 Leistungen')
    press('Personalausweis und Reisepass')
    await says('Hund anmelden')
    expect(heading(root)).to.equal('Personalausweis und Reisepass')
    await expect(el).to.be.accessible()
  })

  it('lists keywords in the order the API gives, empty letters switched off', async () => {
    const { el, appears, text, root } = await wayfinder({ view: 'a-z' })
    await appears('[part=keywords]')
    expect(text().indexOf('Ausweis')).to.be.lessThan(text().indexOf('Äpfel'))
    expect(
      [...root.querySelectorAll('[part=letters] :disabled')].map((one) => one.textContent!.trim()),
    ).to.eql(['Q'])
    await expect(el).to.be.accessible()
  })

  describe('tells the page', () => {
    it('of a search that has ended', async () => {
      const { el, find, appears } = await wayfinder()
      await appears('amt-combobox')
      setTimeout(() =>
        find('amt-combobox')!.dispatchEvent(Object.assign(new Event('amt-text-submitted'), { text: 'Hund' })),
      )
      const event = (await oneEvent(el, 'amt-search-done')) as unknown as SearchDoneEvent
      expect([event.text, event.count, event.more]).to.deep.equal(['Hund', 6, true])
    })

    it('of a service and a view that the reader opened', async () => {
      const { el, appears, press } = await wayfinder({ view: 'a-z' })
      await appears('[part=keywords]')
      setTimeout(() => press('Abmeldung'))
      const [changed, opened] = await Promise.all([
        oneEvent(el, 'amt-view-changed'),
        oneEvent(el, 'amt-service-opened'),
      ])
      expect((changed as unknown as ViewChangedEvent).view).to.equal('service')
      expect((opened as unknown as ServiceOpenedEvent).service).to.equal(sampleService)
    })

    it('of data that could not be loaded', async () => {
      const error = new NetworkError('down')
      const told: unknown[] = []
      const listen = (event: WayfindingFailedEvent) => told.push(event.error)
      document.body.addEventListener('amt-wayfinding-failed', listen)
      const { appears } = await wayfinder({}, wayfinderClient({ lifeSituations: failing(error) }))
      await appears('[part=retry]')
      document.body.removeEventListener('amt-wayfinding-failed', listen)
      expect(told).to.deep.equal([error])
    })

    it('nothing when the page itself names a service', async () => {
      const { el, says } = await wayfinder()
      let told = 0
      el.addEventListener('amt-service-opened', () => told++)
      el.service = 'pa'
      await says('Das brauchen Sie')
      expect(told).to.equal(0)
    })
  })

  describe('when things go wrong', () => {
    it('draws the shape of what is awaited, and says so', async () => {
      const { el, text, find } = await wayfinder({ service: 'pa' }, wayfinderClient({ service: waiting }))
      await waitUntil(() => find('.pending'), undefined, patience)
      expect(text()).to.include('Wird geladen')
      await expect(el).to.be.accessible()
    })

    it('says so, tries again on demand, and shows the page’s own way', async () => {
      let asked = 0
      const lifeSituations = async () => {
        if (asked++ === 0) throw new OfflineError('offline')
        return sampleTree
      }
      const { el, appears, text, press, find } = await wayfinder({}, wayfinderClient({ lifeSituations }))
      await appears('[part=retry]')
      expect(text()).to.include('offline')
      expect(find('slot')).to.exist
      await expect(el).to.be.accessible()
      press('Noch einmal versuchen')
      await appears('[part=topic]')
    })

    it('shows what it still knows, with its time', async () => {
      const service = async () => markStale(sampleService, new Date('2026-11-23T08:00:00Z'))
      const { says } = await wayfinder({ service: 'pa' }, wayfinderClient({ service }))
      await says('Angaben von 23.11.2026')
    })
  })

  describe('on any page', () => {
    it('changes language with it', async () => {
      const { wrapper, says } = await wayfinder()
      await says('Was möchten Sie erledigen?')
      wrapper.lang = 'en'
      await says('What would you like to do?')
    })

    for (const width of [280, 320, 360]) {
      it(`needs no more than ${width} px`, async () => {
        await setViewport({ width, height: 800 })
        for (const attributes of [{}, { view: 'life-situations' }, { view: 'a-z' }, { service: 'pa' }]) {
          const { el, says } = await wayfinder(attributes as Record<string, string>)
          await says(attributes.service ? 'Rechtsgrundlagen' : 'Suche')
          expect(document.documentElement.scrollWidth).to.be.at.most(width)
          el.remove()
        }
        await setViewport({ width: 1280, height: 800 })
      })
    }

    it('mirrors itself where the page reads from right to left', async () => {
      const { el, find, appears, wrapper } = await wayfinder({ view: 'a-z' })
      wrapper.dir = 'rtl'
      await appears('[part=keywords]')
      // German words keep their direction; the box around them is the page's.
      expect(find('section')!.dir).to.equal('ltr')
      await expect(el).to.be.accessible()
    })

    it('has nothing to press that is smaller than a fingertip', async () => {
      const { root, appears } = await wayfinder({ service: 'pa' })
      await appears('[part=service]')
      const small = [...root.querySelectorAll<HTMLElement>('button, summary, label, a.link, a.button')]
        .filter((one) => one.offsetHeight && one.offsetHeight < 44)
        .map((one) => one.innerText)
      expect(small).to.be.empty
    })
  })
})
