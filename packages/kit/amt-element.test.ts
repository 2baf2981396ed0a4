import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing'
import { html as lit } from 'lit'
import { AmtElement } from './amt-element.ts'
import { define } from './define.ts'
import { type Catalogue, Messages } from './messages.ts'
import { fakeClient } from './testing.ts'

/** The first load of a module may take its time on a busy machine. */
const patience = { timeout: 10_000 }

interface Words {
  readonly hello: string
}
const hello: Record<string, string> = {
  de: 'Guten Tag',
  'de-x-leicht': 'Hallo',
  en: 'Hello',
  ar: 'مرحبا',
}
/** Languages whose words are long on their way. */
const waits = new Map<string, Promise<void>>()
function hold(lang: string): { release: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  waits.set(lang, promise)
  const release = () => {
    waits.delete(lang)
    resolve()
  }
  return { release }
}

const catalogue: Catalogue<Words> = async (lang) => {
  await waits.get(lang)
  if (!hello[lang]) throw new Error('offline')
  return { messages: { hello: hello[lang] } }
}

class Greeting extends AmtElement {
  readonly messages = new Messages(this, catalogue)
  override render() {
    const m = this.messages.now
    return m ? lit`<p lang=${this.messages.lang} dir=${this.messages.dir}>${m.hello}</p>` : lit`<slot></slot>`
  }
}
define('amt-test-greeting', Greeting)

const greeting = async (lang: string) => {
  const wrapper = await fixture<HTMLElement>(
    html`<div lang=${lang}><amt-test-greeting>Hallo</amt-test-greeting></div>`,
  )
  const el = wrapper.querySelector<Greeting>('amt-test-greeting')!
  const says = (text: string) =>
    waitUntil(() => el.shadowRoot!.querySelector('p')?.textContent === text, text, patience)
  return { wrapper, el, says }
}

describe('every element of ours', () => {
  it('may be defined twice', () => {
    expect(() => define('amt-test-greeting', class extends HTMLElement {})).not.to.throw()
  })

  it('asks the server its script came from, unless told another', async () => {
    const asked: string[] = []
    const real = window.fetch
    window.fetch = async (input) => {
      asked.push(input as string)
      return new Response('{"items":[]}')
    }
    const { el } = await greeting('de')
    await el.client.sources()
    el.api = 'https://amtsweg.example/region'
    await el.client.sources()
    window.fetch = real
    expect(asked).to.deep.equal([
      `${location.origin}/api/v1/sources`,
      'https://amtsweg.example/region/api/v1/sources',
    ])
  })

  it('shares one client per server with the others of the page', async () => {
    const { el } = await greeting('de')
    const { el: other } = await greeting('de')
    expect(el.client).to.equal(other.client)
  })

  it('takes the client it is given', async () => {
    const client = fakeClient()
    const { el } = await greeting('de')
    el.client = client
    expect(el.client).to.equal(client)
  })

  it('speaks the language around it and follows when that changes', async () => {
    const { wrapper, says } = await greeting('en-GB')
    await says('Hello')
    wrapper.setAttribute('lang', 'de')
    await says('Guten Tag')
    wrapper.setAttribute('lang', 'de-x-leicht')
    await says('Hallo')
  })

  it('goes by its own lang before that of the page', async () => {
    const { el, says } = await greeting('en')
    await says('Hello')
    el.lang = 'ar'
    await says('مرحبا')
  })

  it('finds the language across shadow roots, and hears of its change', async () => {
    const outer = await fixture(html`<div lang="en"></div>`)
    const root = outer.attachShadow({ mode: 'open' })
    const el = document.createElement('amt-test-greeting') as Greeting
    root.append(el)
    await waitUntil(() => el.shadowRoot?.textContent?.includes('Hello'), undefined, patience)
    outer.setAttribute('lang', 'de')
    await waitUntil(() => el.shadowRoot?.textContent?.includes('Guten Tag'), undefined, patience)
  })

  it('moves with its language from one part of a page to another', async () => {
    const { wrapper, el, says } = await greeting('en')
    await says('Hello')
    const other = await fixture(html`<div lang="ar"></div>`)
    other.append(el)
    await says('مرحبا')
    wrapper.append(el)
    await says('Hello')
  })

  for (const [tag, asked, text] of [
    ['DE-X-Leicht', 'de-x-leicht', 'Hallo'],
    ['en_US', 'en-us', 'Hello'],
    ['ar-EG', 'ar-eg', 'مرحبا'],
    ['zh-Hans', 'zh-hans', 'Guten Tag'],
    ['xx', 'xx', 'Guten Tag'],
    ['deutsch', 'de', 'Guten Tag'],
    ['i-klingon', 'de', 'Guten Tag'],
    [' ', 'de', 'Guten Tag'],
    ['', 'de', 'Guten Tag'],
  ] as const) {
    it(`takes lang="${tag}" for ${asked}`, async () => {
      const { el, says } = await greeting(tag)
      await says(text)
      expect(el.language).to.equal(asked)
    })
  }

  it('shows the language that was asked for last, whichever comes first', async () => {
    const { wrapper, el, says } = await greeting('de')
    await says('Guten Tag')
    const held = hold('ar')
    wrapper.lang = 'ar'
    await el.updateComplete
    wrapper.lang = 'en'
    await says('Hello')
    held.release()
    await aTimeout(20)
    await says('Hello')
  })

  it('does not lose the language on its way when another one fails meanwhile', async () => {
    const { wrapper, el, says } = await greeting('de')
    await says('Guten Tag')
    const [lost, held] = [hold('uk'), hold('en')]
    wrapper.lang = 'uk'
    await aTimeout(0)
    await el.updateComplete
    wrapper.lang = 'en'
    await aTimeout(0)
    await el.updateComplete
    lost.release()
    await aTimeout(20)
    held.release()
    await says('Hello')
  })

  it('keeps what it says while the words of another language cannot be had, and changes when the connection is back', async () => {
    const { wrapper, el, says } = await greeting('de')
    await says('Guten Tag')
    wrapper.lang = 'pl'
    await aTimeout(20)
    await says('Guten Tag')
    expect(el.shadowRoot!.querySelector('p')!.lang).to.equal('de')
    hello['pl'] = 'Dzień dobry'
    dispatchEvent(new Event('online'))
    await says('Dzień dobry')
    delete hello['pl']
  })

  it('answers in German where a language is not known, and says so', async () => {
    const { el, says } = await greeting('fr')
    await says('Guten Tag')
    expect(el.shadowRoot!.querySelector('p')!.lang).to.equal('de')
  })

  it('writes from right to left in the languages that do', async () => {
    const { el, says } = await greeting('ar')
    await says('مرحبا')
    expect(el.shadowRoot!.querySelector('p')!.dir).to.equal('rtl')
  })

  it('leaves the page’s own words in place while its own cannot be had', async () => {
    const { el } = await greeting('pl')
    await el.updateComplete
    expect(el.shadowRoot!.querySelector('slot')).to.exist
  })
})
