import { expect, waitUntil } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import type { OfficeCard } from '@amtsweg/kit/office-card.ts'
import { loadWords } from '@amtsweg/messages/catalogues.ts'
import { languages } from '@amtsweg/messages/languages.ts'
import { sampleResolved } from './samples.ts'
import { answering, card, finder } from './testing.ts'

describe('<amt-responsibility-finder> in every language', () => {
  it('follows the page from one to the next with its offices, into 320 pixels', async function () {
    this.timeout(60_000)
    await setViewport({ width: 320, height: 800 })
    const { el, find, appears, text } = await finder(answering(sampleResolved).client)
    await appears(card)
    for (const lang of languages) {
      el.lang = lang
      const [{ messages: answers }, { messages: office }] = await Promise.all([
        loadWords('answers', lang),
        loadWords('directory', lang),
      ])
      const { service, area } = sampleResolved
      const article = () => find<OfficeCard>(card)?.shadowRoot?.querySelector<HTMLElement>('article')
      await waitUntil(() => text().includes(answers.resolved(service.title, area?.name)), lang, {
        timeout: 10_000,
      })
      await waitUntil(() => article()?.innerText.includes(office.contacts), lang, { timeout: 10_000 })
      expect([find('section')!.lang, article()!.lang]).to.deep.equal([lang, lang])
      expect(document.documentElement.scrollWidth, lang).to.be.at.most(320)
      await expect(el).to.be.accessible()
    }
    await setViewport({ width: 800, height: 600 })
  })
})
