import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing'
import { sendKeys, setViewport } from '@web/test-runner-commands'
import { type ApiClient, ApiError, OfflineError } from '@amtsweg/client'
import { loadWords } from '@amtsweg/messages/catalogues.ts'
import { languages } from '@amtsweg/messages/languages.ts'
import type { FeatureSelectedEvent } from './events.ts'
import type { MapViewer } from './map-viewer.ts'
import { samplePlayground, samplePlaygrounds } from './samples.ts'
import { town } from './testing.ts'
import './map-viewer.ts'

/** The first load of a module may take its time on a busy machine. */
const patience = { timeout: 10_000 }

async function viewer(client: ApiClient, collections = 'playgrounds', filter = '') {
  const el = await fixture<MapViewer>(
    html`<amt-map-viewer lang="de" collections=${collections} filter=${filter} .client=${client}
      ><a href="https://musterstadt.example/spielplaetze">Alle Spielplätze</a></amt-map-viewer
    >`,
  )
  const find = <One extends Element = HTMLElement>(selector: string) =>
    el.shadowRoot!.querySelector<One>(selector)
  const all = (selector: string) => [...el.shadowRoot!.querySelectorAll<HTMLElement>(selector)]
  const text = () => find('section')?.innerText ?? ''
  const appears = (selector: string) => waitUntil(() => find(selector), selector, patience)
  const says = (words: string) => waitUntil(() => text().includes(words), words, patience)
  const names = () => all('[part=feature]').map(({ innerText }) => innerText.trim())
  const type = (words: string) => {
    const field = find<HTMLInputElement>('input')!
    field.value = words
    field.dispatchEvent(new Event('input'))
  }
  const press = (words: string) =>
    all('button')
      .find(({ innerText }) => innerText.trim() === words)!
      .click()
  return { el, find, all, text, appears, says, names, type, press }
}

describe('the list of <amt-map-viewer>', () => {
  it('names every feature of its collection, ten at a time, in the order of the alphabet', async () => {
    const { client, asked } = town(25)
    const { el, find, appears, names, says, press } = await viewer(client)
    await appears('[part=feature]')
    expect(find('h2')!.innerText).to.equal('Spielplätze')
    expect(names()).to.have.length(10)
    expect(names().slice(0, 2)).to.deep.equal(['Spielplatz Am Anger', 'Spielplatz Am Anger 2'])
    await says('Einträge: 25')
    expect(asked).to.deep.equal([{ collection: 'playgrounds', query: { limit: 1_000 } }])
    press('Weiter')
    await says('Seite 2 von 3')
    press('Weiter')
    await says('Seite 3 von 3')
    expect(names()).to.have.length(5)
    expect(names().at(-1)).to.equal('Spielplatz Weststraße 3')
    await expect(el).to.be.accessible()
  })

  it('tells all that is known of a feature, and where it comes from', async () => {
    const { el, find, appears, press, says } = await viewer(town().client)
    await appears('[part=feature]')
    press('Spielplatz Am Anger')
    await appears('dl')
    await says('Für Kinder von')
    const details = find('[part=details]')!
    for (const words of ['Für Kinder von', '0 bis 3', 'Mit Wasser', 'Ja', '04.05.2019', '1.250', 'Quelle: Musterstadt, dl-de/by-2-0', 'Daten verändert', 'Datenlizenz Deutschland'])
      expect(details.innerText).to.include(words)
    expect(details.innerText).not.to.include('bemerkung')
    expect(details.querySelector('a')!.href).to.equal('https://musterstadt.example/spielplatz/1')
    expect(find('[part=feature]')!.getAttribute('aria-expanded')).to.equal('true')
    await expect(el).to.be.accessible()
  }) // prettier-ignore

  it('tells the page what was opened, and by keyboard alone', async () => {
    const { el, find, appears } = await viewer(town().client)
    await appears('[part=feature]')
    find('[part=feature]')!.focus()
    setTimeout(() => void sendKeys({ press: 'Enter' }))
    const { collection, feature } = (await oneEvent(el, 'amt-feature-selected')) as FeatureSelectedEvent
    expect(collection).to.equal('playgrounds')
    expect(feature).to.deep.equal(samplePlayground(0))
    await sendKeys({ press: 'Enter' })
    await waitUntil(() => !find('[part=details]'), 'closed')
  })

  it('is searched as one types, whatever accents one leaves out', async () => {
    const { type, names, says, appears, press, find } = await viewer(town().client)
    await appears('[part=feature]')
    type('ohrich 12')
    await says('Einträge: 1 von 25')
    expect(names()).to.deep.equal(['Spielplatz Öhrichstraße 2'])
    type('Strasse')
    await says('Einträge: 6 von 25')
    type('Ostsee')
    await says('Dazu passt kein Eintrag.')
    press('Alles zeigen')
    await says('Einträge: 25')
    expect(find<HTMLInputElement>('input')!.value).to.equal('')
  })

  it('is filtered by what the collection says it can be filtered by', async () => {
    const { el, find, all, names, says, appears } = await viewer(town().client)
    await appears('[part=feature]')
    find('summary')!.click()
    await appears('select')
    expect(all('.fields label > span').map(({ innerText }) => innerText)).to.deep.equal(['Für Kinder von', 'Mit Wasser'])
    const [age, water] = all('select') as HTMLSelectElement[]
    const choose = (list: HTMLSelectElement, value: string) => {
      list.value = value
      list.dispatchEvent(new Event('change'))
    }
    choose(age!, '0 bis 3')
    await says('Einträge: 9 von 25')
    choose(water!, 'true')
    await says('Einträge: 3 von 25')
    expect(names()).to.have.length(3)
    await expect(el).to.be.accessible()
  }) // prettier-ignore

  it('shows the nearest first when asked to, and how far they are; never without being asked', async () => {
    let questions = 0
    const { geolocation } = navigator
    const here = { coords: { longitude: 11.4, latitude: 53.6 } } as GeolocationPosition
    Object.defineProperty(navigator, 'geolocation', {
      configurable: true,
      value: { getCurrentPosition: (found: PositionCallback) => (questions++, found(here)) },
    })
    try {
      const { el, names, appears, press, says } = await viewer(town().client)
      await appears('[part=feature]')
      expect(questions).to.equal(0)
      press('Nächste zuerst')
      await says('0 m entfernt')
      expect(questions).to.equal(1)
      expect(names()[0]).to.match(/^Spielplatz Am Anger\s+0 m entfernt$/)
      expect(names()[9]).to.match(/\d,\d km entfernt$/)
      press('Nach Namen ordnen')
      await waitUntil(() => names()[1] === 'Spielplatz Am Anger 2')
      await expect(el).to.be.accessible()
    } finally {
      Object.defineProperty(navigator, 'geolocation', { configurable: true, value: geolocation })
    }
  })

  it('joins several collections, each with a form of its own', async () => {
    const { el, find, all, names, appears, text } = await viewer(town(3).client, 'kitas, playgrounds')
    await appears('[part=feature]')
    expect(find('h2')!.innerText).to.equal('Karte und Liste')
    expect(names()[0]).to.equal('Kita Regenbogen')
    const forms = new Set(all('[part=feature] path').map((path) => path.getAttribute('d')))
    expect(forms.size).to.equal(2)
    expect(text()).to.include('Kindertagesstätten. Quelle: Musterstadt, CC0 1.0')
    await expect(el).to.be.accessible()
  })

  it('goes on without a collection that does not come, and says so', async () => {
    const { el, appears, text, names } = await viewer(town(3).client, 'playgrounds,gibtsnicht')
    await appears('[part=retry]')
    expect(text()).to.include('„gibtsnicht“ ist gerade nicht verfügbar.')
    expect(names()).to.have.length(3)
    await expect(el).to.be.accessible()
  })

  it('asks for what the webmaster’s filter lets through, and for no more', async () => {
    const { client, asked } = town(3)
    const { appears } = await viewer(client, 'playgrounds', "alter = '0 bis 3'")
    await appears('[part=feature]')
    expect(asked[0]!.query).to.deep.equal({
      limit: 1_000,
      filter: "alter = '0 bis 3'",
      'filter-lang': 'cql2-text',
    })
  })

  it('follows the pages of a large collection, and its own document stays small', async () => {
    const { client, asked } = town(2_500)
    const { el, says, all } = await viewer(client)
    await says('Einträge: 2.500')
    expect(asked.map(({ query }) => (query['offset']))).to.deep.equal([undefined, '1000', '2000'])
    expect(all('*').length).to.be.below(150)
    await expect(el).to.be.accessible()
  }) // prettier-ignore

  it('stops at ten thousand and says that there are more', async () => {
    const { client, asked } = town(10_500)
    const { says } = await viewer(client)
    await says('Geladen sind 10.000 von 10.500 Einträgen.')
    expect(asked).to.have.length(10)
  })
})

describe('the states of <amt-map-viewer>', () => {
  it('shows the page’s own way until a collection is named', async () => {
    const { el, find } = await viewer(town().client, '')
    expect(find('slot')).to.exist
    await expect(el).to.be.accessible()
  })

  it('says that it loads', async () => {
    const { el, says } = await viewer(town(3, { items: () => new Promise(() => {}) }).client)
    await says('Wird geladen')
    await expect(el).to.be.accessible()
  })

  it('says that nothing is entered', async () => {
    const { el, says, find } = await viewer(town(0).client)
    await says('Hier ist noch nichts eingetragen.')
    expect(find('slot')).to.exist
    await expect(el).to.be.accessible()
  })

  for (const [error, words] of [
    [new OfflineError('x'), 'Sie sind offline.'],
    [new ApiError({ code: 'not-found', status: 404 }), 'gibt es nicht oder nicht mehr'],
    [new ApiError({ code: 'invalid-query', status: 400 }), 'verstehen wir nicht'],
    [new ApiError({ code: 'unavailable', status: 503 }), 'ausgelastet'],
  ] as const)
    it(`offers to try again: ${words}`, async () => {
      let tries = 0
      const { client } = town(3, {
        collection: async () => {
          if (tries++) return samplePlaygrounds
          throw error
        },
      })
      const { el, says, find, appears } = await viewer(client)
      await says(words)
      expect(find('slot')).to.exist
      await expect(el).to.be.accessible()
      find('[part=retry]')!.click()
      await appears('[part=feature]')
    })

  it('follows the page into every language, in 320 pixels', async function () {
    this.timeout(60_000)
    await setViewport({ width: 320, height: 800 })
    const { el, appears, text, find } = await viewer(town().client, 'playgrounds,kitas,nirgends')
    await appears('[part=feature]')
    find('[part=feature]')!.click()
    await appears('dl')
    for (const lang of languages) {
      el.lang = lang
      const { messages } = await loadWords('geodata', lang)
      await waitUntil(() => text().includes(messages.reset) || text().includes(messages.find), lang, patience)
      expect(document.documentElement.scrollWidth, lang).to.be.at.most(320)
      await expect(el).to.be.accessible()
    }
    await setViewport({ width: 800, height: 600 })
  })

  it('shows hostile names as text and breaks nothing', async () => {
    await setViewport({ width: 280, height: 800 })
    const hostile = ['<img src=x onerror="globalThis.hit=1">', '\u202emurtnez', 'x'.repeat(10_000)]
    const features = hostile.map((name, index) => ({
      ...samplePlayground(index),
      properties: { name, link: 'javascript:alert(1)', other: name },
    }))
    const { client } = town(3, {
      items: async () => ({ type: 'FeatureCollection', features, numberMatched: 3 }),
    })
    const { el, find, appears } = await viewer(client)
    await appears('[part=feature]')
    find('[part=feature]')!.click()
    await appears('dl')
    expect(el.shadowRoot!.querySelector('img, a[href^=javascript]')).to.equal(null)
    expect('hit' in globalThis).to.equal(false)
    expect(document.documentElement.scrollWidth).to.be.at.most(280)
    await expect(el).to.be.accessible()
    await setViewport({ width: 800, height: 600 })
  })
})
