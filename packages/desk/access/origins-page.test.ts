import { expect, waitUntil } from '@open-wc/testing'
import type { KeptAuthority } from '@amtsweg/contract/clerks.ts'
import { openPage, patience } from './testing.ts'
import './origins-page.ts'

const kept: KeptAuthority = {
  id: 'musterstadt',
  regionKey: '130765654',
  names: { de: 'Stadt Musterstadt' },
  languages: ['de'],
  holidaysLand: '13',
  origins: [{ origin: 'https://www.musterstadt.example', uses: ['amt-wayfinder'] }],
  fourEyes: false,
}
const count = {
  month: '2026-11',
  host: 'fremd.example',
  registered: false,
  widget: 'amt-wayfinder',
  regionKey: null,
  requests: 1234,
}
const path = '/authorities/musterstadt/settings'

const open = (answers = {}) =>
  openPage(
    'desk-origins-page',
    {
      'GET /origins': { items: [count], next: null },
      [`GET ${path}`]: () => Response.json(kept, { headers: { etag: '"1"' } }),
      ...answers,
    },
    ['origins:read', 'settings:write'],
  )

describe('<desk-origins-page>', () => {
  it('shows registered websites, counts, and the way to the configurator for this area', async () => {
    const { page, root, shows } = await open()
    await shows('https://www.musterstadt.example, Darf: Wegweiser zeigen')
    await shows('nicht eingetragen')
    await shows('1.234')
    expect(root.querySelector('a')!.getAttribute('href')).to.equal('/configure/?area=130765654')
    await expect(page).to.be.accessible()
  })

  it('registers a website, however its address is typed', async () => {
    const { type, button, shows, asked, notices } = await open({ [`PUT ${path}`]: kept })
    await shows('Website eintragen')
    type('address', 'amt.example/unterseite')
    button('Eintragen').click()
    await shows('Eine Adresse beginnt mit https:// und hat keine Unterseite.')
    type('address', 'amt.example')
    button('Eintragen').click()
    await waitUntil(() => notices.length, 'it is told', patience)
    const put = asked.find(({ method }) => method === 'PUT')!
    expect(put.headers.get('if-match')).to.equal('"1"')
    expect((put.body as KeptAuthority).origins).to.deep.equal([
      ...kept.origins,
      { origin: 'https://amt.example' },
    ])
  })

  it('takes one out', async () => {
    const { button, shows, asked, notices } = await open({ [`PUT ${path}`]: kept })
    await shows('Austragen')
    button('https://www.musterstadt.example austragen').click()
    await waitUntil(() => notices.length, 'it is told', patience)
    expect((asked.find(({ method }) => method === 'PUT')!.body as KeptAuthority).origins).to.deep.equal([])
  })
})
