import { expect, fixture, html } from '@open-wc/testing'
import type { RichText } from '@amtsweg/contract'
import { richText } from './rich-text.ts'

const shown = async (text: RichText) => {
  const el = await fixture(html`<div>${richText(text)}</div>`)
  return el
}

describe('rich text', () => {
  it('shows every element it knows', async () => {
    const el = await shown([
      { tag: 'h3', children: ['Titel'] },
      { tag: 'h4', children: ['Untertitel'] },
      {
        tag: 'p',
        children: [
          'Ein ',
          { tag: 'strong', children: ['fetter'] },
          ' und ',
          { tag: 'em', children: ['schräger'] },
          { tag: 'br' },
          'Satz',
        ],
      },
      { tag: 'ul', children: [{ tag: 'li', children: ['eins'] }] },
      { tag: 'ol', children: [{ tag: 'li', children: ['zwei'] }] },
      {
        tag: 'table',
        children: [
          {
            tag: 'tr',
            children: [
              { tag: 'th', children: ['a'] },
              { tag: 'td', children: ['b'] },
            ],
          },
        ],
      },
      {
        tag: 'dl',
        children: [
          { tag: 'dt', children: ['c'] },
          { tag: 'dd', children: ['d'] },
        ],
      },
    ])
    for (const tag of [
      'h4',
      'h5',
      'p strong',
      'p em',
      'br',
      'ul li',
      'ol li',
      'table tr th',
      'td',
      'dl dt',
      'dd',
    ]) {
      expect(el.querySelector(tag), tag).to.exist
    }
    await expect(el).to.be.accessible()
  })

  it('links to the web, to mail and to phones, without an opener', async () => {
    const el = await shown(
      ['https://example.org/a', 'mailto:a@example.org', 'tel:115'].map((href) => ({
        tag: 'a',
        href,
        children: [href],
      })),
    )
    const links = [...el.querySelectorAll('a')]
    expect(links.map((link) => link.getAttribute('href'))).to.deep.equal([
      'https://example.org/a',
      'mailto:a@example.org',
      'tel:115',
    ])
    expect(links.every((link) => link.rel === 'noopener')).to.be.true
  })

  it('follows no other address, but keeps the words', async () => {
    const el = await shown(
      ['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', '//example.org', ''].map(
        (href) => ({
          tag: 'a',
          href,
          children: ['Wort'],
        }),
      ),
    )
    expect(el.querySelector('a')).to.be.null
    expect(el.textContent).to.equal('WortWortWortWortWort')
  })

  it('shows markup in text as text', async () => {
    const el = await shown(['<img src=x onerror=alert(1)>'])
    expect(el.querySelector('img')).to.be.null
    expect(el.textContent).to.equal('<img src=x onerror=alert(1)>')
  })

  it('leaves out an element it does not know', async () => {
    const el = await shown([{ tag: 'script' as 'p', children: ['alert(1)'] }, 'Rest'])
    expect(el.textContent).to.equal('Rest')
  })

  it('tells after a link that it leads nowhere, in its place among the words, and follows it all the same', async () => {
    const link = {
      tag: 'a',
      href: 'https://example.org/',
      unreachableOn: '2026-11-20',
      children: ['Seite'],
    } as const
    const text: RichText = [{ tag: 'ul', children: [{ tag: 'li', children: ['Die ', link, ' hilft.'] }] }]
    const el = await fixture(
      html`<div>${richText(text, (date) => html`<span>(tot seit ${date})</span>`)}</div>`,
    )
    expect(el.textContent!.replace(/\s+/g, ' ').trim()).to.equal('Die Seite (tot seit 2026-11-20) hilft.')
    expect(el.querySelector('a')!.href).to.equal('https://example.org/')
    expect((await shown(text)).textContent!.replace(/\s+/g, ' ').trim()).to.equal('Die Seite hilft.')
  })
})
