import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { emulateMedia } from '@web/test-runner-commands'
import type { Unit } from '@amtsweg/contract'
import type { OfficeCard } from './office-card.ts'
import { fakeClient, sampleCountyUnit, sampleNow, sampleUnit } from './testing.ts'
import './office-card.ts'

/** The first load of a module may take its time on a busy machine. */
const patience = { timeout: 10_000 }

async function card(unit: Partial<Unit> = {}, { lang = 'de', width = 800, client = fakeClient() } = {}) {
  const wrapper = await fixture(html`<div lang=${lang}></div>`)
  wrapper.setAttribute('style', `inline-size: ${width}px`)
  const el = document.createElement('amt-office-card')
  Object.assign(el, {
    unit: { ...sampleUnit, ...unit },
    now: sampleNow,
    client,
  } satisfies Partial<OfficeCard>)
  wrapper.append(el)
  const root = el.shadowRoot!
  await waitUntil(() => root.querySelector('article'), undefined, patience)
  const text = () => root.querySelector('article')!.innerText
  const links = () => [...root.querySelectorAll('a')].map((link) => link.getAttribute('href'))
  return { el, root, text, links }
}

describe('<amt-office-card>', () => {
  it('says who, whether it is open, where, and how to reach it', async () => {
    const { el, text } = await card()
    for (const part of [
      'Amt Hagenow-Land, Einwohnermeldeamt',
      'Jetzt geöffnet bis 12:00 Uhr',
      'Bahnhofstraße 25',
      '19230 Hagenow',
      '03883 6107-0',
      'Stufenlos zugänglich',
    ]) {
      expect(text()).to.include(part)
    }
    await expect(el).to.be.accessible()
  })

  it('links to route, phone, mail, website and appointment, and asks nobody before', async () => {
    const { links } = await card()
    expect(links()).to.include.members([
      'https://www.openstreetmap.org/directions?to=53.4303%2C11.1896',
      'geo:53.4303,11.1896?q=53.4303,11.1896',
      'tel:+49388361070',
      'mailto:meldeamt@hagenow-land.example',
      'https://hagenow-land.example/',
      'https://termine.example/hagenow',
    ])
  })

  it('does not make a page its main action that leads nowhere, but keeps it, with a word', async () => {
    const dead = (kind: string) => kind === 'appointment' || kind === 'website'
    const contacts = sampleUnit.contacts.map((contact) =>
      dead(contact.kind) ? { ...contact, unreachableOn: '2026-11-20' } : contact,
    )
    const { el, root, text, links } = await card({ contacts })
    expect(root.querySelector('header .button')).to.be.null
    expect(links()).to.include.members(['https://termine.example/hagenow', 'https://hagenow-land.example/'])
    expect(text().match(/war zuletzt am 20\.11\.2026 nicht erreichbar/g)).to.have.length(2)
    expect(text().indexOf('Termin vereinbaren')).to.be.lessThan(text().indexOf('war zuletzt'))
    await expect(el).to.be.accessible()
  })

  it('searches the map for the address where the position is unknown', async () => {
    const { links } = await card({ position: undefined })
    expect(links()).to.include(
      'https://www.openstreetmap.org/search?query=Bahnhofstra%C3%9Fe%2025%2C%2019230%20Hagenow',
    )
  })

  it('follows no web address that is none', async () => {
    const { links } = await card({ contacts: [{ kind: 'website', value: 'javascript:alert(1)' }] })
    expect(links().join()).not.to.include('javascript')
  })

  it('shows the week in few rows, today among them, and what differs soon', async () => {
    const { root, text } = await card()
    const rows = [...root.querySelectorAll('tr')].map((row) => row.innerText.replace(/\s+/g, ' ').trim())
    expect(rows).to.deep.equal([
      'Montag 9:00–12:00',
      'Dienstag 9:00–12:00 14:00–18:00',
      'Mittwoch geschlossen',
      'Donnerstag 9:00–12:00 14:00–16:00',
      'Freitag 9:00–12:00 nur mit Termin',
      'Samstag bis Sonntag geschlossen',
    ])
    expect(root.querySelector('.today')!.textContent).to.include('Montag')
    expect(text()).to.match(/30\.11\.\s–\s01\.12\.2026: geschlossen \(Umzug\)/)
  })

  it('announces a holiday within two weeks, unless the office says otherwise', async () => {
    const holidays = [
      { date: '2026-11-30', name: 'Probefeiertag' },
      { date: '2026-12-03', name: 'Zweiter Probefeiertag' },
      { date: '2026-12-25', name: 'Weihnachten' },
    ]
    const { text } = await card({ holidays })
    expect(text()).to.include('03.12.2026: geschlossen (Zweiter Probefeiertag)')
    expect(text()).not.to.include('Weihnachten')
    expect(text()).not.to.match(/30\.11\.2026: geschlossen \(Probefeiertag\)/)
  })

  it('names source and licence, and says that samples are made up', async () => {
    const { root, text } = await card()
    await waitUntil(() => root.querySelector('footer')?.innerText.includes('Quelle'), undefined, patience)
    expect(root.querySelector('footer')!.innerText).to.include(
      'Beispieldaten der Modellregion · Stand 01.11.2026 · CC0 1.0',
    )
    expect(root.querySelector('footer a')!.getAttribute('href')).to.include('creativecommons.org')
    expect(text()).to.include('Beispieldaten')
  })

  it('does not wait for the sources', async () => {
    const { text } = await card(
      {},
      { client: fakeClient({ sources: () => Promise.reject(new Error('down')) }) },
    )
    expect(text()).to.include('Bahnhofstraße 25')
  })

  it('saves the contact as a vCard file', async () => {
    const { root } = await card()
    const saved = new Promise<HTMLAnchorElement>((resolve) => {
      const click = HTMLAnchorElement.prototype.click
      HTMLAnchorElement.prototype.click = function () {
        HTMLAnchorElement.prototype.click = click
        resolve(this)
      }
    })
    root.querySelector<HTMLButtonElement>('button[part=action]')!.click()
    const link = await saved
    expect(link.download).to.equal('Amt-Hagenow-Land-Einwohnermeldeamt.vcf')
    const text = await (await fetch(link.href)).text()
    expect(text).to.include('BEGIN:VCARD')
  })

  it('speaks the language of the page, and keeps the office’s name in its own', async () => {
    const { el, root, text } = await card({}, { lang: 'en' })
    expect(text()).to.include('Open now until 12:00')
    expect(root.querySelector('article')!.lang).to.equal('en')
    expect(root.querySelector('h3')!.lang).to.equal('de')
    await expect(el).to.be.accessible()
  })

  it('shows little of an office of which little is known', async () => {
    const { el, text } = await card({
      ...sampleCountyUnit,
      addresses: [],
      contacts: [],
      sources: [],
      invented: false,
      openState: { state: 'unknown' },
      hours: undefined,
      accessibility: undefined,
      position: undefined,
    } as Unit)
    expect(text()).to.include('Öffnungszeiten bitte erfragen')
    expect(text()).not.to.include('Kontakt:')
    await expect(el).to.be.accessible()
  })

  it('fits into 280 pixels', async () => {
    const { el } = await card({}, { width: 280 })
    expect(el.shadowRoot!.querySelector('article')!.scrollWidth).to.be.at.most(280)
  })

  it('is read from right to left as a whole, times from left to right', async () => {
    const { el, root } = await card()
    root.querySelector('article')!.dir = 'rtl'
    expect(getComputedStyle(root.querySelector('.time')!).direction).to.equal('ltr')
    expect(root.querySelector('article')!.scrollWidth).to.be.at.most(el.clientWidth)
  })

  it('keeps its words readable in forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' })
    const { root } = await card()
    const button = getComputedStyle(root.querySelector('.button')!)
    expect(button.color).not.to.equal(button.backgroundColor)
    await emulateMedia({ forcedColors: 'none' })
  })

  it('leaves out on paper what only a screen can do', async () => {
    await emulateMedia({ media: 'print' })
    const { root } = await card()
    expect(getComputedStyle(root.querySelector('button')!).display).to.equal('none')
    await emulateMedia({ media: 'screen' })
  })
})
