import { expect } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import { loadWords } from '@amtsweg/messages/catalogues.ts'
import { languages } from '@amtsweg/messages/languages.ts'
import { freshPage, wayfinder } from './testing.ts'

describe('<amt-wayfinder> in every language', () => {
  freshPage()
  afterEach(() => setViewport({ width: 1280, height: 800 }))

  it('follows the page from one to the next, into 320 pixels, each way of reading', async function () {
    this.timeout(60_000)
    await setViewport({ width: 320, height: 800 })
    const { el, wrapper, find, says } = await wayfinder()
    for (const lang of languages) {
      wrapper.lang = lang
      await says((await loadWords('wayfinding', lang)).messages.heading)
      const { lang: said, dir } = find('section')!
      expect([said, dir]).to.deep.equal([lang, /^(?:ar|fa)/.test(lang) ? 'rtl' : 'ltr'])
      expect(document.documentElement.scrollWidth, lang).to.be.at.most(320)
      await expect(el).to.be.accessible()
    }
  })

  it('tells of a service in each, its German texts marked as such', async function () {
    this.timeout(60_000)
    await setViewport({ width: 320, height: 800 })
    const { el, wrapper, root, find, says } = await wayfinder({ service: 'pa' })
    for (const lang of languages) {
      wrapper.lang = lang
      const [{ messages }, { messages: authors }] = await Promise.all([
        loadWords('services', lang),
        loadWords('authors', lang),
      ])
      await says(messages.legal)
      await says(authors.by.who)
      const texts = [...root.querySelectorAll<HTMLElement>('.text')].map((text) => text.lang)
      expect(texts, lang).to.include('de')
      const notes = find('[part=service]')!.innerText.split(messages.onlyGerman).length - 1
      if (!/^(?:de|en)$/.test(lang)) expect(notes, lang).to.equal(1)
      expect(document.documentElement.scrollWidth, lang).to.be.at.most(320)
      await expect(el).to.be.accessible()
    }
  })
})
