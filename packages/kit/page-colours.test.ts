import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { html as lit } from 'lit'
import { AmtElement } from './amt-element.ts'
import { type Colour, contrast, measuredPairs, over, readColour } from './contrast.ts'
import { controls } from './controls.styles.ts'
import { define } from './define.ts'
import { tokens } from './tokens.styles.ts'

const patience = { timeout: 10_000 }

class Swatch extends AmtElement {
  static override styles = [tokens, controls]
  override render() {
    return lit`<p>Text</p><slot></slot>`
  }
}
define('amt-test-swatch', Swatch)

/** All pairs of an element that contrast too little on a ground. */
const faults = (element: Swatch, ground: Colour, enough = 0): string[] =>
  measuredPairs(element, ground)
    // Half a step of 8 bit is lost when colours are read back.
    .filter(({ least, found }) => found + 0.03 < Math.max(least, least > 3 ? enough : 0))
    .map(({ front, back, found }) => `${front} on ${back || 'the page'}: ${found.toFixed(2)}`)

interface Place {
  readonly ground: string
  readonly text: string
  readonly link?: string
  readonly scheme?: string
}

async function stand({ ground, text, link, scheme = 'normal' }: Place, attributes = '') {
  const section = await fixture<HTMLElement>(html`<section></section>`)
  const range = document.createRange()
  range.selectNode(section)
  section.append(
    range.createContextualFragment(`<amt-test-swatch ${attributes}><a href="#">Link</a></amt-test-swatch>`),
  )
  const element = section.querySelector<Swatch>('amt-test-swatch')!
  Object.assign(section.style, { background: ground, color: text, colorScheme: scheme })
  if (link) section.querySelector('a')!.style.color = link
  // Once more, as on a page that is there before the widget.
  section.append(element)
  await element.updateComplete
  return { section, element }
}

/** The style sheet of its theme has come, and its colours have changed. */
async function dressed(element: Swatch) {
  await waitUntil(() => element.shadowRoot!.adoptedStyleSheets.length === 3, undefined, patience)
  await Promise.all(element.getAnimations().map(({ finished }) => finished))
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}

const cube = [0, 64, 128, 192, 255]
const grounds = cube.flatMap((r) => cube.flatMap((g) => cube.map((b): Colour => [r, g, b, 1])))

describe('colours that a widget takes from its page', () => {
  for (const link of ['#00e', '#9cf', '#777']) {
    it(`can be read on every ground on which the page's own text can, where links are ${link}`, async () => {
      const found: string[] = []
      for (const ground of grounds) {
        const text = contrast(ground, [255, 255, 255, 1]) > contrast(ground, [0, 0, 0, 1]) ? '#fff' : '#000'
        const { section, element } = await stand({ ground: `rgb(${ground.slice(0, 3).join()})`, text, link })
        found.push(...faults(element, ground).map((fault) => `${ground.join()}: ${fault}`))
        section.remove()
      }
      expect(found).to.deep.equal([])
    }).timeout(30_000)
  }

  const white: Colour = [255, 255, 255, 1]
  const dark: Colour = [17, 17, 17, 1]

  it('are the page’s own where they can be read', async () => {
    const { element } = await stand({ ground: '#fff', text: '#222', link: '#0b5c4a' })
    expect(element.style.getPropertyValue('--_page-link')).to.equal('rgb(11, 92, 74)')
  })

  it('make fields dark on a dark page that does not say so', async () => {
    const { element } = await stand({ ground: '#111', text: '#eee' })
    expect(getComputedStyle(element).colorScheme).to.equal('dark')
    expect(faults(element, dark)).to.deep.equal([])
  })

  it('make fields light on a light card of a dark page', async () => {
    const { element } = await stand({ ground: '#fff', text: '#111', scheme: 'dark' })
    expect(getComputedStyle(element).colorScheme).to.equal('light')
    expect(faults(element, white)).to.deep.equal([])
  })

  it('look through what is nearly transparent', async () => {
    const { section, element } = await stand({ ground: 'rgba(0, 0, 0, 0.05)', text: '#111' })
    section.parentElement!.style.background = '#fff'
    section.append(element)
    expect(faults(element, [242, 242, 242, 1])).to.deep.equal([])
  })

  it('are those of the text where a picture hides the ground', async () => {
    const { section, element } = await stand({ ground: 'linear-gradient(#123, #234)', text: '#fff' })
    section.parentElement!.style.background = '#fff'
    section.append(element)
    expect(element.style.getPropertyValue('--_page-link')).to.equal('rgb(255, 255, 255)')
  })

  it('change with the page', async () => {
    const { section, element } = await stand({ ground: '#fff', text: '#111', link: '#00c' })
    Object.assign(section.style, { background: '#111', color: '#eee' })
    await waitUntil(
      () => element.style.getPropertyValue('--_page-link') !== 'rgb(0, 0, 204)',
      undefined,
      patience,
    )
    expect(faults(element, dark)).to.deep.equal([])
  })

  it('come from the widget around, where one stands in another', async () => {
    const { element } = await stand({ ground: '#111', text: '#eee' })
    const inner = document.createElement('amt-test-swatch') as Swatch
    element.shadowRoot!.append(inner)
    await inner.updateComplete
    expect(inner.style.length).to.equal(0)
    expect(faults(inner, dark)).to.deep.equal([])
  })
})

describe('themes', () => {
  const text = { light: '#111', dark: '#eee' }
  const pages: Readonly<Record<string, Place>> = {
    'a light page': { ground: '#fff', text: text.light, scheme: 'light' },
    'a dark page': { ground: '#121212', text: text.dark, scheme: 'dark' },
    'a dark page that does not say so': { ground: '#111', text: text.dark, link: '#00e' },
    'a coloured section': { ground: '#1a73c7', text: '#fff', link: '#06c' },
  }
  for (const [name, place] of Object.entries(pages))
    for (const theme of ['host', 'kern', 'contrast'])
      for (const scheme of ['', 'light', 'dark', 'system'])
        it(`${theme} can be read on ${name}${scheme && `, in ${scheme} colours`}`, async () => {
          const { section, element } = await stand(
            place,
            `theme="${theme}" ${scheme && `scheme="${scheme}"`}`,
          )
          await dressed(element)
          const own = readColour(getComputedStyle(element).backgroundColor)
          const ground = over(own, readColour(getComputedStyle(section).backgroundColor))
          if (theme !== 'host' || scheme) expect(own[3]).to.equal(1)
          expect(faults(element, ground, theme === 'contrast' ? 7 : 0)).to.deep.equal([])
        })

  it('kern takes the values of a page that has KERN', async () => {
    const { section, element } = await stand(pages['a light page']!, 'theme="kern"')
    section.style.setProperty('--kern-color-action-default', 'rgb(120, 0, 90)')
    await dressed(element)
    const link = document.createElement('a')
    element.shadowRoot!.append(link)
    expect(getComputedStyle(link).color).to.equal('rgb(120, 0, 90)')
  })

  it('what the page says of the element itself wins, but not over contrast', async () => {
    const { element } = await stand(pages['a light page']!, 'theme="kern"')
    element.style.setProperty('--amt-color-accent', 'rgb(0, 90, 0)')
    await dressed(element)
    const link = document.createElement('a')
    element.shadowRoot!.append(link)
    expect(getComputedStyle(link).color).to.equal('rgb(0, 90, 0)')
    element.theme = 'contrast'
    await element.updateComplete
    expect(getComputedStyle(link).color).to.equal('rgb(0, 0, 204)')
  })
})
