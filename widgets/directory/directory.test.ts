import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing'
import { sendKeys, setViewport } from '@web/test-runner-commands'
import { ApiError, OfflineError } from '@amtsweg/client'
import type { DirectoryResult } from '@amtsweg/contract'
import { fakeClient } from '@amtsweg/kit/testing.ts'
import { loadWords } from '@amtsweg/messages/catalogues.ts'
import { languages } from '@amtsweg/messages/languages.ts'
import type { Directory } from './directory.ts'
import type { DirectorySearchedEvent } from './events.ts'
import { sampleFound, sampleNobody } from './samples.ts'
import './directory.ts'

/** The first load of a module may take its time on a busy machine. */
const patience = { timeout: 10_000 }

/** Answers in their order, the last answer again and again, and remembers what was asked. */
function answering(...answers: (DirectoryResult | Error)[]) {
  const asked: { q: string; area?: string | undefined }[] = []
  const client = fakeClient({
    directory: async ({ q, area }) => {
      asked.push({ q, area })
      const answer = answers[Math.min(asked.length, answers.length) - 1]!
      if (answer instanceof Error) throw answer
      return answer
    },
  })
  return { client, asked }
}

async function directory(client: ReturnType<typeof fakeClient>, area = '') {
  const el = await fixture<Directory>(
    html`<amt-directory lang="de" area=${area} .client=${client}><a href="tel:115">115</a></amt-directory>`,
  )
  const find = <One extends Element = HTMLElement>(selector: string) =>
    el.shadowRoot!.querySelector<One>(selector)
  const text = () => find('section')?.innerText ?? ''
  const appears = (selector: string) => waitUntil(() => find(selector), selector, patience)
  await appears('input')
  const search = (words: string) => {
    find<HTMLInputElement>('input')!.value = words
    find('form button')!.click()
  }
  return { el, find, text, appears, search }
}

describe('<amt-directory>', () => {
  it('begins with a question and nothing else', async () => {
    const { client, asked } = answering(sampleFound)
    const { el, text } = await directory(client)
    expect(text()).to.include('Wer hilft mir weiter?')
    expect(asked).to.deep.equal([])
    await expect(el).to.be.accessible()
  })

  it('finds by keyboard, and leads to the results', async () => {
    const { client, asked } = answering(sampleFound)
    const { el, find, appears } = await directory(client, '13076')
    find('input')!.focus()
    await sendKeys({ type: 'wohngeld ' })
    await sendKeys({ press: 'Enter' })
    await appears('[part=person]')
    expect(asked).to.deep.equal([{ q: 'wohngeld', area: '13076' }])
    await waitUntil(() => el.shadowRoot!.activeElement?.textContent === '2 Personen', 'focus', patience)
  })

  it('shows a named person with everything that leads to them', async () => {
    const { el, find, appears, search, text } = await directory(answering(sampleFound).client)
    search('muster')
    await appears('[part=person]')
    const card = find('[part=person]')!
    for (const words of ['Dr. Erika Muster', 'Sachbearbeitung Wohngeld', 'Abwesend bis', 'Raum 12', 'Mietzuschuss', 'Vertretung: Auskunft Wohngeld (Anträge)', 'Beispieldaten'])
      expect(card.innerText).to.include(words)
    expect(card.querySelector<HTMLAnchorElement>('a[href^="tel:"]')!.href).to.equal('tel:+493883610712')
    expect(card.querySelector('a[href^="mailto:"]')).to.exist
    expect(text()).to.include('Es gibt weitere Treffer')
    await expect(el).to.be.accessible()
  }) // prettier-ignore

  it('shows a function where no name is shown, and the office it is reached through', async () => {
    const { el, appears, search } = await directory(answering(sampleFound).client)
    search('wohngeld')
    await appears('[part=person]')
    const second = el.shadowRoot!.querySelectorAll<HTMLElement>('[part=person]')[1]!
    expect(second.querySelector('h4')!.textContent).to.equal('Auskunft Wohngeld')
    expect(second.innerText).to.include('über die Stelle')
  })

  it('tells the hours of an office when it is unfolded', async () => {
    const { el, find, appears, search } = await directory(answering(sampleFound).client)
    search('wohngeld')
    await appears('details')
    find<HTMLDetailsElement>('details')!.open = true
    const card = find<HTMLElementTagNameMap['amt-office-card']>('amt-office-card')!
    await waitUntil(() => card.shadowRoot?.querySelector('[part=open-state]'), 'hours', patience)
    await expect(el).to.be.accessible()
  })

  it('says so where nobody is found, and shows the page’s own way', async () => {
    const { el, find, appears, search, text } = await directory(answering(sampleNobody).client)
    search('xyz')
    await appears('slot')
    expect(find('[role=status]')!.innerText).to.include('Zu „xyz“ haben wir niemanden gefunden.')
    expect(text()).not.to.include('Personen')
    await expect(el).to.be.accessible()
  })

  it('offers to try again, and keeps what was typed', async () => {
    const { client, asked } = answering(new OfflineError('x'), sampleFound)
    const { el, find, appears, search } = await directory(client)
    search('wohngeld')
    await appears('[part=retry]')
    await expect(el).to.be.accessible()
    expect(find<HTMLInputElement>('input')!.value).to.equal('wohngeld')
    find('[part=retry]')!.click()
    await appears('[part=person]')
    expect(asked).to.have.length(2)
  })

  it('chooses its words by the code of a problem', async () => {
    const { appears, search, text } = await directory(
      answering(new ApiError({ code: 'area-unknown', status: 404 })).client,
    )
    search('wohngeld')
    await appears('[part=retry]')
    expect(text()).to.include('Diesen Ort kennen wir nicht')
  })

  it('tells the page that it has searched', async () => {
    const { el, search } = await directory(answering(sampleFound).client)
    setTimeout(() => search('wohngeld'))
    const { result } = (await oneEvent(el, 'amt-directory-searched')) as DirectorySearchedEvent
    expect(result).to.equal(sampleFound)
  })

  it('saves a card without a name in that of the file', async () => {
    const { find, appears, search } = await directory(answering(sampleFound).client)
    search('muster')
    await appears('[part=person]')
    const clicked = new Promise<HTMLAnchorElement>((resolve) => {
      HTMLAnchorElement.prototype.click = function () {
        resolve(this)
        delete (HTMLAnchorElement.prototype as Partial<HTMLAnchorElement>).click
      }
    })
    find<HTMLButtonElement>('[part=person] button')!.click()
    const link = await clicked
    expect(link.download).to.equal('kontakt.vcf')
    expect(await (await fetch(link.href)).text()).to.include('FN:Dr. Erika Muster')
  })

  it('follows the page into every language, in 320 pixels', async function () {
    this.timeout(60_000)
    await setViewport({ width: 320, height: 800 })
    const { el, appears, search, text } = await directory(answering(sampleFound).client)
    search('wohngeld')
    await appears('[part=person]')
    for (const lang of languages) {
      el.lang = lang
      const { messages } = await loadWords('people', lang)
      await waitUntil(() => text().includes(messages.viaOffice), lang, patience)
      await appears('[part=person]')
      expect(document.documentElement.scrollWidth, lang).to.be.at.most(320)
      await expect(el).to.be.accessible()
    }
    await setViewport({ width: 800, height: 600 })
  })

  it('shows hostile names as text, keeps them to themselves and breaks nothing', async () => {
    await setViewport({ width: 280, height: 800 })
    const [first] = sampleFound.people
    const hostile = ['<img src=x onerror="globalThis.hit=1">', '\u202eretsuM akirE', 'x'.repeat(10_000)]
    const people = hostile.map((name) => ({
      ...first!,
      name,
      familyName: name,
      topics: [name],
      room: name,
      substitute: { id: first!.id, name, function: name, covers: name, contacts: [{ kind: 'phone' as const, value: '0385 1', label: name }] },
    }))
    const client = answering({ ...sampleFound, people }).client
    const { el, appears, search } = await directory(client)
    const twin = await directory(client)
    search('wohngeld')
    await appears('[part=person]')
    expect(el.shadowRoot!.querySelector('img')).to.equal(null)
    expect('hit' in globalThis).to.equal(false)
    expect(document.documentElement.scrollWidth).to.be.at.most(280)
    // A mark that turns the writing round turns round nothing but the words it stands in.
    const turned = el.shadowRoot!.querySelectorAll<HTMLElement>('[part=person]')[1]!
    const loose = [...turned.querySelectorAll('p, strong, span, a')].filter((one) =>
      [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.includes('\u202e') && getComputedStyle(one).unicodeBidi !== 'isolate'),
    )
    expect(loose.map(({ outerHTML }) => outerHTML.slice(0, 80))).to.deep.equal([])
    expect(twin.find('[part=person]')).to.equal(null)
    await expect(el).to.be.accessible()
    await setViewport({ width: 800, height: 600 })
  }) // prettier-ignore
})
