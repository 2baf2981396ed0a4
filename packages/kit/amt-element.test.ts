import { expect, fixture, html, waitUntil } from '@open-wc/testing'
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
const hello: Readonly<Record<string, string>> = {
  de: 'Guten Tag',
  'de-x-leicht': 'Hallo',
  en: 'Hello',
  ar: 'مرحبا',
}
const catalogue: Catalogue<Words> = async (lang) => {
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
  const wrapper = await fixture(html`<div lang=${lang}><amt-test-greeting>Hallo</amt-test-greeting></div>`)
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
