import { expect, waitUntil } from '@open-wc/testing'
import { emulateMedia } from '@web/test-runner-commands'
import type { ApiClient } from '@amtsweg/client'
import { rememberPlace } from '@amtsweg/kit'
import { sampleService, sampleServiceWithDeadLinks, wayfinderClient } from './samples.ts'
import { freshPage, patience, plain, wayfinder } from './testing.ts'

describe('the page of a service', () => {
  freshPage()

  const page = async (lang = 'de', client?: ApiClient) => {
    const shown = await wayfinder({ service: 'pa' }, client, lang)
    await shown.appears('[part=service]')
    return shown
  }

  it('gives the answer first: what it costs, how long it takes, where to go, online', async () => {
    const { el, find, text } = await page()
    expect(plain(find('[part=facts]')!.innerText))
      .to.include('46,00 €')
      .and.to.include('3 bis 4 Wochen')
      .and.to.include('2 Wochen nach dem Umzug')
    expect(find('[part=online]')!.innerText).to.equal('Online erledigen')
    expect(text().indexOf('Wohin Sie sich wenden')).to.be.lessThan(text().indexOf('Das brauchen Sie'))
    await expect(el).to.be.accessible()
  })

  it('leaves the office to the finder, and says whom to ask until that has come', async () => {
    const { find } = await page()
    const finder = find('amt-responsibility-finder')!
    expect(finder.getAttribute('service')).to.equal('pa')
    expect(finder.textContent).to.include('115')
  })

  it('marks whose text it is, and lists all who wrote with their dates', async () => {
    const { root, find } = await page()
    expect(plain(find('.foot [part=author]')!.innerText)).to.equal(
      'Text für Mecklenburg-Vorpommern, Stand 01.11.2026 · Ergänzung Ihrer Gemeinde Banzkow, Stand 12.11.2026 · ' +
        'Ergänzung für Ludwigslust-Parchim, Stand 05.10.2026.',
    )
    find('[part=authors]')!.closest('details')!.open = true
    const rows = [...root.querySelectorAll<HTMLElement>('[part=authors] > div')].map((row) =>
      plain(row.innerText),
    )
    expect(rows).to.deep.equal([
      'Text der Seite Amtsweg gilt in Mecklenburg-Vorpommern · Stand 01.11.2026',
      'Ergänzung zu „So gehen Sie vor“ Gemeinde Banzkow gilt in Banzkow · Stand 12.11.2026',
      'Ergänzung zu „So gehen Sie vor“ Landkreis Ludwigslust-Parchim gilt in Ludwigslust-Parchim · Stand 05.10.2026',
      'Kosten Gemeinde Banzkow gilt in Banzkow · ohne Datum',
    ])
  })

  it('says before anything else that the area does not offer the service, and why', async () => {
    const reason = 'In Banzkow wird keine Hundesteuer erhoben.'
    const provenance = { layer: 'gemeinde', author: 'Banzkow', source: 'authority-banzkow' } as const
    const area = { regionKey: '130765656010', areaName: 'Banzkow', lang: 'de' }
    const off = { ...sampleService, withdrawal: { reason, ...area, provenance } }
    const { el, find, text } = await page('de', wayfinderClient({ service: async () => off }))
    expect(plain(find('[part=withdrawn]')!.innerText)).to.equal(
      `Diese Leistung gibt es hier nicht: Banzkow ${reason}`,
    )
    expect(text().indexOf(reason)).to.be.lessThan(text().indexOf('Online erledigen'))
    await expect(el).to.be.accessible()
  })

  it('says nothing of that where the service is offered', async () => {
    const { find } = await page()
    expect(find('[part=withdrawn]')).to.equal(null)
  })

  it('says first whose text it is where a town describes the service itself', async () => {
    const provenance = { layer: 'gemeinde', areaName: 'Wismar', author: 'Wismar', source: 'texts' } as const
    const own = { ...sampleService, provenance: { ...provenance, updatedAt: '2026-11-03' } }
    const { find } = await page('de', wayfinderClient({ service: async () => own }))
    expect(find('[part=service] > [part=author]')!.innerText).to.equal(
      'Text Ihrer Gemeinde Wismar, Stand 03.11.2026',
    )
  })

  it('says who pays which amount, what is paid in advance and by which law, and adds nothing up', async () => {
    const { root, find } = await page()
    const rows = [...root.querySelectorAll<HTMLElement>('[part=fees] li')].map((row) =>
      plain(row.innerText).trim(),
    )
    expect(rows).to.deep.equal([
      '46,00 € ab 24 Jahren im Voraus zu zahlen · PAuswGebV § 1',
      '27,60 € unter 24 Jahren',
      '5,00 € Foto im Bürgerbüro Banzkow',
    ])
    expect(find<HTMLAnchorElement>('[part=fees] a')!.href).to.equal(
      'https://www.gesetze-im-internet.de/pauswgebv/',
    )
    expect(find('[part=exceptions]')!.innerText).to.include('Erlass')
  })

  it('tells what happens next, with the steps that are not the reader’s', async () => {
    const { find } = await page()
    const next = find('.next')!
    expect(plain(next.innerText))
      .to.include('Die Bearbeitung dauert in der Regel 3 bis 4 Wochen (vor Ferien länger).')
      .and.to.include('Sie können Widerspruch einlegen.')
    const list = next.querySelector('ol')!
    expect([list.start, list.innerText.split('\n')[0]]).to.deep.equal([2, 'Die Behörde prüft Ihre Angaben.'])
  })

  it('marks what a town adds, and follows no unsafe link', async () => {
    const { text, root } = await page()
    expect(text())
      .to.include('Ergänzung Ihrer Gemeinde Banzkow, Stand 12.11.2026')
      .and.to.include('Ergänzung für Ludwigslust-Parchim, Stand 05.10.2026')
    const addresses = [...root.querySelectorAll('a')].map((link) => link.href)
    expect(addresses).to.include('https://termine.example/')
    expect(addresses.filter((href) => href.startsWith('javascript'))).to.be.empty
  })

  it('tells where a link leads nowhere, and makes no such page the main action', async () => {
    const client = wayfinderClient({ service: async () => sampleServiceWithDeadLinks })
    const { el, root, find, text } = await page('de', client)
    expect(find('[part=online]')).to.be.null
    expect(plain(find('[part=unreachable-online]')!.innerText)).to.match(
      /zurzeit nicht erreichbar ist Termin und Antrag \(Diese Seite war zuletzt am 20\.11\.2026 nicht erreichbar\)/,
    )
    expect(plain(text())).to.include(
      'Wählen Sie einen Termin (Diese Seite war zuletzt am 20.11.2026 nicht erreichbar) oder rufen Sie an.',
    )
    expect(root.querySelectorAll('[part=unreachable]')).to.have.length(3)
    expect([...root.querySelectorAll('a')].map(({ href }) => href)).to.include('https://online.example/pa')
    await expect(el).to.be.accessible()
  })

  it('tells of links in the language of the page, also within a German text', async () => {
    const client = wayfinderClient({ service: async () => sampleServiceWithDeadLinks })
    const { root } = await page('en', client)
    const note = root.querySelector<HTMLElement>('.text [part=unreachable]')!
    expect([note.lang, plain(note.innerText)]).to.deep.equal([
      'en',
      '(This page could not be reached when last checked on Nov 20, 2026)',
    ])
  })

  it('says in English what is there in German only', async () => {
    const { el, text, root } = await page('en')
    expect(text()).to.include('Some sections are available in German only.')
    expect(root.querySelector('section')!.lang).to.equal('en')
    await expect(el).to.be.accessible()
  })

  it('asks for the texts of the place of the visit, without taking the page away', async () => {
    const areas: unknown[] = []
    const client = wayfinderClient({
      service: async (_, options) => {
        areas.push(options?.area)
        return sampleService
      },
    })
    const { find } = await page('de', client)
    const finder = find('amt-responsibility-finder')
    rememberPlace({ label: 'Banzkow', detail: '', regionKey: '130765668005' })
    await waitUntil(() => areas.length === 2, undefined, patience)
    expect(areas).to.deep.equal(['', '130765668005'])
    expect(find('amt-responsibility-finder')).to.equal(finder)
  })

  it('tells search engines about the service, and takes it back', async () => {
    const { el } = await page()
    const block = () => document.head.querySelector('script[type="application/ld+json"]')
    await waitUntil(block, undefined, patience)
    expect(JSON.parse(block()!.textContent!)).to.include({
      '@type': 'GovernmentService',
      name: sampleService.title,
    })
    el.remove()
    expect(block()).to.be.null
  })

  it('prints all there is, buttons aside', async () => {
    const { root } = await page()
    await emulateMedia({ media: 'print' })
    const shown = (selector: string) => root.querySelector<HTMLElement>(selector)!.getClientRects().length > 0
    expect(
      root.querySelector<HTMLElement>('[part=section]:is(details) .unfolded')!.offsetHeight,
    ).to.be.greaterThan(10)
    expect([shown('[part=online]'), shown('[part=print]'), shown('[part=office] .only-print')]).to.eql([
      false,
      false,
      true,
    ])
    await emulateMedia({ media: 'screen' })
  })
})
