import { expect, waitUntil } from '@open-wc/testing'
import { type Loader, startLoader, type Widgets } from './loader.ts'

/** The first load of a module may take its time on a busy machine. */
const patience = { timeout: 10_000 }

const key = Symbol.for('amtsweg.loader')
const page = globalThis as unknown as Record<symbol, Loader | undefined>

const widgets: Widgets = {
  'amt-test-near': {
    files: { '': ['near', 'core'], ':not([area])': ['combobox'] },
    words: { de: 'near-de', 'de-x-leicht': 'near-leicht', en: 'near-en', nds: 'near-nds' },
    space: { '': '5rem', '[area]': '10rem' },
  },
  'amt-test-far': { files: { '': ['far', 'core'] }, words: { de: 'far-de' }, space: { '': '5rem' } },
}

/** A page with one loader; what it fetches is written down instead of fetched. */
function startOn(body: string, load: (file: string) => Promise<unknown> = () => Promise.resolve()) {
  delete page[key]
  const main = document.createElement('main')
  const range = document.createRange()
  range.selectNode(document.body)
  main.append(range.createContextualFragment(body))
  document.body.replaceChildren(main)
  const loaded: string[] = []
  startLoader(widgets, (file) => {
    loaded.push(file)
    return load(file)
  })
  return { main, loaded }
}

const afterTwoFrames = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))))

describe('the loader', () => {
  let known: CSSStyleSheet[]
  beforeEach(() => (known = document.adoptedStyleSheets))
  afterEach(() => {
    document.adoptedStyleSheets = known
    document.documentElement.lang = ''
  })

  it('brings a widget that is near, its core and its words at once', async () => {
    const { loaded } = startOn('<amt-test-near area="13"></amt-test-near>')
    await waitUntil(() => loaded.length, undefined, patience)
    expect(loaded).to.deep.equal(['near', 'core', 'near-de'])
  })

  const languages = [
    ['de', 'near-de'],
    ['de-AT', 'near-de'],
    ['de-x-leicht', 'near-leicht'],
    ['de-X-Leicht-1', 'near-leicht'],
    ['EN-gb', 'near-en'],
    ['nds', 'near-nds'],
    ['nds-DE', 'near-nds'],
    ['nd', 'near-de'],
    ['pl', 'near-de'],
    ['', 'near-de'],
  ] as const
  for (const [lang, file] of languages)
    it(`brings for a page in “${lang}” the words of ${file}`, async () => {
      const { loaded } = startOn(`<div lang="${lang}"><amt-test-near area="13"></amt-test-near></div>`)
      await waitUntil(() => loaded.length, undefined, patience)
      expect(loaded.filter((name) => name.startsWith('near-'))).to.deep.equal([file])
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
    await waitUntil(() => loaded.includes('far'), undefined, patience)
  })

  it('brings a widget at once that says loading="eager", wherever it is', () => {
    const { loaded } = startOn('<p hidden><amt-test-far loading="eager"></amt-test-far></p>')
    expect(loaded).to.include('far')
  })

  it('finds widgets that come later, inside others too', async () => {
    const { main, loaded } = startOn('')
    const section = document.createElement('section')
    section.append(document.createElement('amt-test-far'))
    main.append(section)
    await waitUntil(() => loaded.includes('far'), undefined, patience)
  })

  it('finds widgets in a shadow root it is told of', async () => {
    const { main, loaded } = startOn('')
    const root = main.attachShadow({ mode: 'open' })
    root.append(document.createElement('amt-test-far'))
    page[key]!.watch(root)
    await waitUntil(() => loaded.includes('far'), undefined, patience)
  })

  it('brings each widget once, however many there are', async () => {
    const { loaded } = startOn('<amt-test-far></amt-test-far><amt-test-far></amt-test-far>')
    await waitUntil(() => loaded.length, undefined, patience)
    await afterTwoFrames()
    expect(loaded).to.deep.equal(['far', 'core', 'far-de'])
  })

  it('does nothing when it is started a second time', async () => {
    const { loaded } = startOn('<amt-test-far></amt-test-far>')
    const second: string[] = []
    startLoader(widgets, async (file) => second.push(file))
    await waitUntil(() => loaded.length, undefined, patience)
    await afterTwoFrames()
    expect(second).to.deep.equal([])
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
    await waitUntil(() => loaded.length === 3, undefined, patience)
    await afterTwoFrames()
    expect(main.textContent).to.equal('Anruf genügt')
    dispatchEvent(new Event('online'))
    await waitUntil(() => loaded.length === 6, undefined, patience)
  })
})
