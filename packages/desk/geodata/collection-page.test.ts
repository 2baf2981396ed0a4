import { expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { type Answers, type Asked, fakeDesk, problem } from '../shell/testing.ts'
import { collectionDraftOf, collectionErrors, idOfTitle, sentCollection } from './collection-draft.ts'
import type { CollectionPage } from './collection-page.ts'
import type { CollectionsPage } from './collections-page.ts'
import { playgrounds, until, versions } from './testing.ts'
import './collection-page.ts'
import './collections-page.ts'

const path = '/geodata/collections/playgrounds/record'
const { id, ...kept } = playgrounds
const echo = ({ body }: Asked) => Promise.resolve(body)

describe('a collection that is being typed', () => {
  it('says the same as before where nothing was typed', () =>
    expect(sentCollection(playgrounds, collectionDraftOf(playgrounds))).to.deep.equal(kept))

  it('is refused without title, id, provider and the address of the source, or with too many keywords', () => {
    const keywords = Array.from({ length: 51 }, (_, index) => `Wort ${index}`).join()
    const draft = { ...collectionDraftOf({ provider: ' ', sourceUri: 'ftp://a' }), keywords }
    expect(Object.keys(collectionErrors(draft)).sort()).to.deep.equal([
      ...['id', 'keywords', 'provider', 'sourceUri', 'title'],
    ])
    expect(collectionErrors(collectionDraftOf(playgrounds))).to.deep.equal({})
  })

  for (const [title, named] of [
    ['Spielplätze', 'spielplaetze'],
    ['Straßen & Wege (Ämter)', 'strassen-wege-aemter'],
    ['  Café Řezno ', 'cafe-rezno'],
    ['…', ''],
  ] as const)
    it(`„${title}“ suggests the id „${named}“`, () => expect(idOfTitle(title)).to.equal(named))
})

async function open(answers: Answers, wanted = id, tab = 'record') {
  const read: Answers = {
    [`GET ${path}`]: () => Response.json(playgrounds, { headers: { etag: '"1"' } }),
    'GET /geodata/collections/playgrounds/versions': { items: versions },
    'GET /geodata/harvests': { items: [] },
  }
  const parts = fakeDesk({ ...read, ...answers }, ['geodata:write'])
  const page = await fixture<CollectionPage>(
    html`<desk-collection-page
      lang="de"
      .desk=${parts.desk}
      .params=${{ id: wanted }}
    ></desk-collection-page>`,
  )
  const root = page.shadowRoot!
  await until(() => root.querySelector('form, .problem, [role=tab]'))
  root.querySelector<HTMLElement>(`#tab-${tab}`)?.click()
  await page.updateComplete
  return { page, root, ...parts }
}
const value = (root: ShadowRoot, field: string) => root.querySelector<HTMLInputElement>(`#${field}`)!.value

describe('desk-collection-page', () => {
  it('makes a collection of what is typed by the keyboard, and suggests its id', async () => {
    const { page, root, asked, gone } = await open({ [`PUT ${path}`]: echo }, 'new')
    expect(value(root, 'provider')).to.equal('Stadt Musterstadt')
    root.querySelector<HTMLElement>('#title')!.focus()
    await sendKeys({ type: 'Playgrounds' })
    expect(page.isUnsaved).to.equal(true)
    await sendKeys({ press: 'Control+s' })
    await until(() => root.activeElement?.matches('[data-summary]'))
    await expect(page).to.be.accessible()
    root.querySelector<HTMLElement>('#sourceUri')!.focus()
    await sendKeys({ type: 'https://www.musterstadt.example/plaetze' })
    await sendKeys({ press: 'Control+s' })
    await until(() => gone.length)
    expect(gone).to.deep.equal(['/desk/geodata/playgrounds'])
    const put = asked.find(({ method }) => method === 'PUT')!
    expect(put.headers.get('if-none-match')).to.equal('*')
    expect(put.body).to.include({ title: 'Playgrounds', licence: 'dl-de-by-2.0', version: null })
  })

  it('says that an id is taken, and keeps what was typed', async () => {
    const { root, page } = await open({ [`PUT ${path}`]: problem(403, 'not-yours') }, 'new')
    root.querySelector<HTMLElement>('#title')!.focus()
    await sendKeys({ type: 'Playgrounds' })
    root.querySelector<HTMLElement>('#sourceUri')!.focus()
    await sendKeys({ type: 'https://a.example' })
    await sendKeys({ press: 'Control+s' })
    await until(() => root.querySelector('#id-error'))
    expect(root.querySelector('#id-error')!.textContent).to.contain('gibt es schon')
    expect(value(root, 'title')).to.equal('Playgrounds')
    await expect(page).to.be.accessible()
  })

  it('lets the property be chosen that names a feature, and tells what a licence and an audience mean', async () => {
    const { page, root, asked } = await open({ [`PUT ${path}`]: echo })
    const choose = (field: string, wanted: string) => {
      const select = root.querySelector<HTMLSelectElement>(`#${field}`)!
      select.value = wanted
      select.dispatchEvent(new Event('change'))
      return page.updateComplete
    }
    const offered = [...root.querySelectorAll<HTMLOptionElement>('#titleProperty option')]
    expect(offered.map((option) => option.value)).to.deep.equal(['', 'name', 'year'])
    await choose('titleProperty', 'year')
    await choose('licence', 'odbl-1.0')
    expect(root.querySelector('#licence-help')!.textContent).to.contain('OpenStreetMap')
    await choose('audience', 'authority')
    expect(root.querySelector('#audience-help')!.textContent).to.contain('Nur Ihre Verwaltung')
    await expect(page).to.be.accessible()
    root.querySelector<HTMLElement>('.save-bar .button')!.click()
    await until(() => asked.some(({ method }) => method === 'PUT'))
    const put = asked.find(({ method }) => method === 'PUT')!
    expect(put.headers.get('if-match')).to.equal('"1"')
    expect(put.body).to.deep.equal({
      ...{ ...kept, titleProperty: 'year', licence: 'odbl-1.0', audience: 'authority' },
    })
  })

  it('keeps what was typed where somebody else was faster, and the version that they have published', async () => {
    let isFaster = true
    const theirs = { ...playgrounds, provider: 'Bauamt', version: 2 }
    const { page, root, asked, notices } = await open({
      [`GET ${path}`]: async () =>
        isFaster
          ? Response.json(playgrounds, { headers: { etag: '"1"' } })
          : Response.json(theirs, { headers: { etag: '"2"' } }),
      [`PUT ${path}`]: async ({ body }: Asked) => {
        if (!isFaster) return body
        isFaster = false
        return problem(412, 'precondition-failed')
      },
    })
    root.querySelector<HTMLElement>('#description')!.focus()
    await sendKeys({ type: '!' })
    await sendKeys({ press: 'Control+s' })
    await until(() => root.activeElement?.role === 'alert')
    await expect(page).to.be.accessible()
    root.querySelector<HTMLElement>('.problem .button')!.click()
    await until(() => notices.length)
    const puts = asked.filter(({ method }) => method === 'PUT')
    expect(puts.at(-1)!.headers.get('if-match')).to.equal('"2"')
    expect(puts.at(-1)!.body).to.include({ description: 'Erfunden!', version: 2 })
  })

  it('is kept as a draft for later', async () => {
    const { page, root, asked } = await open({})
    root.querySelector<HTMLElement>('#description')!.focus()
    await sendKeys({ type: '!' })
    await page.updateComplete
    root.querySelector<HTMLElement>('.save-bar .quiet')!.click()
    await until(() => asked.some(({ path: to }) => to.startsWith('/drafts/')))
    const { body } = asked.find(({ path: to }) => to.startsWith('/drafts/'))!
    expect(body).to.deep.equal({
      ...{ subject: path, basedOn: '"1"', wanted: { ...kept, description: 'Erfunden!' } },
    })
    // The server here takes no draft: nothing is lost by that.
    await until(() => root.querySelector('.problem'))
    expect(page.isUnsaved).to.equal(true)
  })

  it('is deleted after a question, with no way back', async () => {
    const { page, root, notices, gone } = await open({
      [`DELETE ${path}`]: new Response(null, { status: 204, headers: { 'amtsweg-change': '7' } }),
    })
    root.querySelector<HTMLElement>('p > .danger[data-remove]')!.click()
    await until(() => root.querySelector('desk-dialog'))
    await expect(page).to.be.accessible()
    root.querySelector<HTMLElement>('desk-dialog .danger')!.click()
    await until(() => gone.length)
    expect(notices).to.deep.equal([{ text: 'Die Sammlung ist gelöscht.' }])
  })

  it('says that there is no such collection', async () => {
    const { page, root } = await open({ [`GET ${path}`]: problem(404, 'collection-unknown') })
    expect(root.querySelector('.problem')!.textContent).to.contain('Diese Sammlung gibt es nicht')
    await expect(page).to.be.accessible()
  })
})

describe('versions of a collection', () => {
  const press = (root: ShadowRoot, words: string) =>
    [...root.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words)!.click()
  const puts = (asked: readonly Asked[]) => asked.filter(({ method }) => method === 'PUT')
  const changed = ({ body }: Asked) =>
    Promise.resolve(Response.json(body, { headers: { 'amtsweg-change': '7' } }))

  it('are listed with who sees them, and how many features they have more or less', async () => {
    const { page, root } = await open({}, id, 'data')
    const told = [...root.querySelectorAll('[data-version]')].map((one) =>
      one.textContent.replace(/\s+/g, ' ').trim(),
    )
    expect(told[0]).to.match(/^Fassung 2 Noch nicht veröffentlicht 3 Objekte, 1 mehr als Fassung 1 plaetze/)
    expect(told[1]).to.match(/^Fassung 1 Veröffentlicht 2 Objekte plaetze.geojson, geprüft am 01\.11\.2026/)
    await expect(page).to.be.accessible()
  })

  it('are published by writing the collection, keep what is typed beside that, and can be undone', async () => {
    const { page, root, asked, notices } = await open({ [`PUT ${path}`]: changed })
    root.querySelector<HTMLElement>('#description')!.focus()
    await sendKeys({ type: '!' })
    root.querySelector<HTMLElement>('#tab-data')!.click()
    await page.updateComplete
    press(root, 'Fassung 2 veröffentlichen')
    await until(() => notices.length)
    expect(puts(asked)[0]!.body).to.deep.equal({ ...kept, version: 2 })
    expect(notices[0]!.text).to.equal('Fassung 2 ist veröffentlicht.')
    expect(notices[0]!.undo).to.be.a('function')
    expect(page.isUnsaved).to.equal(true)
    root.querySelector<HTMLElement>('#tab-record')!.click()
    await page.updateComplete
    expect(value(root, 'description')).to.equal('Erfunden!')
  })

  it('are hidden from readers again, or kept as a draft for later', async () => {
    const { root, asked } = await open({ [`PUT ${path}`]: changed }, id, 'data')
    press(root, 'Nicht mehr veröffentlichen')
    await until(() => puts(asked).length === 1)
    expect(puts(asked)[0]!.body).to.include({ version: null })
    // One thing at a time: the page reads what is there now before the next.
    await until(() => {
      press(root, 'Fassung 2 später veröffentlichen')
      return puts(asked).length === 2
    })
    expect(puts(asked)[1]!.body).to.deep.equal({
      ...{ subject: path, basedOn: '"1"', wanted: { ...kept, version: 2 } },
    })
  })

  it('are not published upon what somebody else has changed, and that is said', async () => {
    const { page, root } = await open({ [`PUT ${path}`]: problem(412, 'precondition-failed') }, id, 'data')
    press(root, 'Fassung 2 veröffentlichen')
    await until(() => root.querySelector('.problem'))
    expect(root.querySelector('.problem')!.textContent).to.contain('jemand anderes')
    await expect(page).to.be.accessible()
  })

  it('are found by others at an address, with their source note and the lines for a website', async () => {
    const { page, root } = await open({}, id, 'sharing')
    const sharing = root.querySelector('desk-geodata-sharing')!.shadowRoot!
    const texts = [...sharing.querySelectorAll('desk-copy')].map(({ text }) => text)
    expect(texts[0]).to.equal(`${location.origin}/ogc/collections/playgrounds`)
    const files = [...sharing.querySelectorAll('a[download]')].map((one) => one.getAttribute('href')!)
    expect(files.map((file) => file.split('/').at(-1))).to.deep.equal([
      ...['geojson', 'geopackage', 'flatgeobuf', 'csv', 'shapefile'],
    ])
    expect(texts.at(-1)).to.contain('<amt-map-viewer collections="playgrounds"></amt-map-viewer>')
    await expect(page).to.be.accessible()
  })

  it('that are copies say where they are from, and who writes them', async () => {
    const url = 'https://geo.beispielhagen.example/ogc/collections/plaetze'
    const copy = { collection: id, url, kind: 'node', succeededAt: '2026-11-30T09:00:00Z' }
    const { page, root } = await open({ 'GET /geodata/harvests': { items: [copy] } })
    const note = root.querySelector('[data-copy]')!
    expect(note.textContent).to.contain('Amtsweg-Server').and.to.contain(url)
    expect(note.querySelector('[href="/desk/harvests"]')).not.to.equal(null)
    // What somebody uploaded the next visit would overwrite.
    expect(root.querySelector('desk-geodata-upload')).to.equal(null)
    await expect(page).to.be.accessible()
  })

  it('that nobody else may read have an address, and neither download nor lines for a website', async () => {
    const limited = { ...playgrounds, audience: 'authorities' }
    const { page, root } = await open({ [`GET ${path}`]: limited }, id, 'sharing')
    const sharing = root.querySelector('desk-geodata-sharing')!.shadowRoot!
    expect(sharing.textContent).to.contain('Diese Sammlung ist nicht öffentlich')
    expect(sharing.querySelectorAll('desk-copy')).to.have.length(1)
    expect(sharing.querySelector('a')).to.equal(null)
    await expect(page).to.be.accessible()
  })
})

describe('desk-collections-page', () => {
  async function list(...items: readonly object[]) {
    const { desk } = fakeDesk({ 'GET /geodata/collections': { items, next: null } }, ['geodata:write'])
    const page = await fixture<CollectionsPage>(
      html`<desk-collections-page lang="de" .desk=${desk}></desk-collections-page>`,
    )
    const drawn = page.shadowRoot!.querySelector('desk-list')!.shadowRoot!
    await until(() => drawn.querySelector('[role=row], .empty'))
    return { page, drawn }
  }
  const common = { licence: 'cc0-1.0', audience: 'public' }

  it('tells what readers see of each, and what waits', async () => {
    const { page, drawn } = await list(
      {
        ...{ ...common, id: 'a', title: 'Kitas', version: 1, features: 1_234, waiting: 1 },
        publishedAt: '2026-11-02T09:00:00Z',
      },
      { ...common, id: 'b', title: 'Wege', version: null, features: null, waiting: 0, publishedAt: null },
    )
    const rows = [...drawn.querySelectorAll('[role=row]')].map((row) => row.textContent.replace(/\s+/g, ' '))
    expect(rows[0]).to.match(
      /Kitas.*Veröffentlicht am 02\.11\.2026, 1\.234 Objekte.*Neuere Fassung wartet.*Alle/,
    )
    expect(rows[1]).to.match(/Wege.*Noch nichts veröffentlicht/)
    expect(rows[1]).not.to.contain('wartet')
    await expect(page).to.be.accessible()
  })

  it('says what to do where there is none yet', async () => {
    const { page, drawn } = await list()
    expect(drawn.querySelector('.empty')!.textContent).to.contain('Legen Sie eine an')
    await expect(page).to.be.accessible()
  })
})
