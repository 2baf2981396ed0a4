import { expect, waitUntil } from '@open-wc/testing'
import { type Loader, startLoader } from './loader.ts'
import { afterTwoFrames, openPage, patience } from './testing.ts'

const key = Symbol.for('amtsweg.loader')
const page = globalThis as unknown as Record<symbol, Loader | undefined>

const widgets = {
  'amt-test-near': { combobox: ':not([area])' },
  'amt-test-far': {},
}
const languages = /^(nds|en|de-x-leicht|de)(?![^-])/
const room = `:where(amt-test-near,amt-test-far){min-block-size:5rem}:where(amt-test-near[area]){min-block-size:10rem}`
const from = 'https://amtsweg.example/v1/embed.js'

const start = (load: (address: string) => Promise<unknown>, release = '1.2.3') =>
  startLoader({ widgets, languages, room, release, from, load })

const nameOf = (address: string) => address.split('/').at(-1)!.replace('.js', '')

/** A page with one loader; what it fetches is written down instead of fetched. */
function startOn(body: string, load: (file: string) => Promise<unknown> = () => Promise.resolve()) {
  const main = openPage(body)
  const loaded: string[] = []
  start((address) => {
    loaded.push(nameOf(address))
    return load(address)
  })
  return { main, loaded }
}

describe('the loader', () => {
  let known: CSSStyleSheet[]
  beforeEach(() => (known = document.adoptedStyleSheets))
  afterEach(() => {
    document.adoptedStyleSheets = known
    document.documentElement.lang = ''
  })

  it('brings files from the folder of its own release, which never changes', async () => {
    const asked: string[] = []
    startOn('<amt-test-near area="13"></amt-test-near>', async (address) => asked.push(address))
    await waitUntil(() => asked.length, undefined, patience)
    expect(asked[0]).to.equal('https://amtsweg.example/1.2.3/assets/core.js')
  })

  it('brings a widget that is near, its core and its words at once', async () => {
    const { loaded } = startOn('<amt-test-near area="13"></amt-test-near>')
    await waitUntil(() => loaded.length, undefined, patience)
    expect(loaded).to.deep.equal(['core', 'test-near', 'amt-test-near-de'])
  })

  for (const [lang, file] of [
    ['de', 'amt-test-near-de'],
    ['de-AT', 'amt-test-near-de'],
    ['de-x-leicht', 'amt-test-near-de-x-leicht'],
    ['de-x-leicht-1', 'amt-test-near-de-x-leicht'],
    ['en-GB', 'amt-test-near-en'],
    ['nds', 'amt-test-near-nds'],
    ['nds-DE', 'amt-test-near-nds'],
    ['nd', 'amt-test-near-de'],
    ['pl', 'amt-test-near-de'],
    ['', 'amt-test-near-de'],
  ] as const)
    it(`brings for a page in “${lang}” the words of ${file}`, async () => {
      const { loaded } = startOn(`<div lang="${lang}"><amt-test-near area="13"></amt-test-near></div>`)
      await waitUntil(() => loaded.length, undefined, patience)
      expect(loaded.filter((name) => name.startsWith('amt-test-near-'))).to.deep.equal([file])
    })

  it('brings along what the widget will need with these attributes', async () => {
    const { loaded } = startOn('<amt-test-near></amt-test-near>')
    await waitUntil(() => loaded.length, undefined, patience)
    expect(loaded).to.include('combobox')
  })

  it('leaves a widget alone that is far below', async () => {
    const { loaded } = startOn('<div class="gap"></div><amt-test-far></amt-test-far>')
    document.querySelector<HTMLElement>('.gap')!.style.blockSize = '5000px'
    await afterTwoFrames()
    await afterTwoFrames()
    expect(loaded).to.deep.equal([])
    document.querySelector('amt-test-far')!.scrollIntoView()
    await waitUntil(() => loaded.includes('test-far'), undefined, patience)
  })

  it('brings a widget at once that says loading="eager", wherever it is', () => {
    const { loaded } = startOn('<p hidden><amt-test-far loading="eager"></amt-test-far></p>')
    expect(loaded).to.include('test-far')
  })

  it('finds widgets that come later, inside others too', async () => {
    const { main, loaded } = startOn('')
    const section = document.createElement('section')
    section.append(document.createElement('amt-test-far'))
    main.append(section)
    await waitUntil(() => loaded.includes('test-far'), undefined, patience)
  })

  it('finds widgets in a shadow root it is told of', async () => {
    const { main, loaded } = startOn('')
    const root = main.attachShadow({ mode: 'open' })
    root.append(document.createElement('amt-test-far'))
    page[key]!.watch(root)
    await waitUntil(() => loaded.includes('test-far'), undefined, patience)
  })

  it('brings nothing for a name that is taken', async () => {
    if (!customElements.get('amt-test-taken'))
      customElements.define('amt-test-taken', class extends HTMLElement {})
    const { loaded } = startOn('<amt-test-taken></amt-test-taken>')
    delete page[key]
    startLoader({
      widgets: { 'amt-test-taken': {} },
      languages,
      room,
      release: '1.0.0',
      from,
      load: async (address) => loaded.push(address),
    })
    await afterTwoFrames()
    await afterTwoFrames()
    expect(loaded).to.deep.equal([])
  })

  describe('beside another one', () => {
    const notices: string[] = []
    const { info } = console
    beforeEach(() => {
      notices.length = 0
      console.info = (text: string) => notices.push(text)
    })
    afterEach(() => (console.info = info))

    for (const release of ['1.2.3', '1.9.0', '0.9.0', '1.2.3-b0123456789'])
      it(`leaves the page to 1.2.3 as ${release} and says so`, async () => {
        const { loaded } = startOn('<amt-test-far></amt-test-far>')
        const second: string[] = []
        start(async (address) => second.push(address), release)
        await waitUntil(() => loaded.length, undefined, patience)
        await afterTwoFrames()
        expect(second).to.deep.equal([])
        expect(notices).to.deep.equal([`Amtsweg ${release} yields to 1.2.3`])
      })

    it('takes over what is not there yet when its major version is newer', async () => {
      const { loaded } = startOn('<amt-test-far></amt-test-far>')
      const second: string[] = []
      start(async (address) => second.push(address), '2.0.0')
      await waitUntil(() => second.length, undefined, patience)
      await afterTwoFrames()
      expect(loaded).to.deep.equal([])
      expect(second[0]).to.contain('/2.0.0/')
      expect(page[key]!.release).to.equal('2.0.0')
    })

    it('has one symbol and nothing else in the page', () => {
      const before = Object.getOwnPropertyNames(globalThis)
      startOn('<amt-test-far></amt-test-far>')
      expect(Object.getOwnPropertyNames(globalThis)).to.deep.equal(before)
    })
  })

  it('reserves room for good, by attributes, and lets the page say otherwise', () => {
    const { main } = startOn('<amt-test-near></amt-test-near><amt-test-near area="13"></amt-test-near>')
    const [first, second] = [...main.children] as [HTMLElement, HTMLElement]
    expect([first.offsetHeight, second.offsetHeight]).to.deep.equal([80, 160])
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('amt-test-near { min-block-size: 0 }')
    document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets]
    expect(first.offsetHeight).to.equal(0)
  })

  it('makes no script, style or link element', async () => {
    const count = () => document.querySelectorAll('script, style, link').length
    const before = count()
    const { loaded } = startOn('<amt-test-far></amt-test-far>')
    await waitUntil(() => loaded.length, undefined, patience)
    expect(count()).to.equal(before)
  })

  it('leaves the page’s own HTML in place when the code cannot be had, and tries again once online', async () => {
    const { main, loaded } = startOn('<amt-test-far>Anruf genügt</amt-test-far>', () =>
      Promise.reject(new Error('offline')),
    )
    await waitUntil(() => loaded.length >= 3, undefined, patience)
    await afterTwoFrames()
    expect(main.textContent).to.equal('Anruf genügt')
    loaded.length = 3
    dispatchEvent(new Event('online'))
    await waitUntil(() => loaded.length >= 6, undefined, patience)
  })
})
