import { expect } from '@open-wc/testing'
import type { Scope } from '@amtsweg/contract'
import type { DeskPage } from '../shell/page.ts'
import { fakeDesk, sampleGrant, sampleSession } from '../shell/testing.ts'
import './authorities-page.ts'

describe('<desk-authorities-page>', () => {
  const administers: readonly Scope[] = ['settings:write']
  const town = { ...sampleGrant, scopes: [...administers] }

  async function open(grants: (typeof sampleGrant)[]) {
    const { desk } = fakeDesk({ 'GET /authorities': { items: [], next: null } }, administers)
    const page = document.createElement('desk-authorities-page') as DeskPage
    page.desk = { ...desk, grant: town, session: { ...sampleSession, grants } }
    document.body.append(page)
    await page.updateComplete
    const link = page.shadowRoot!.querySelector('a.button')
    page.remove()
    return link?.getAttribute('href')
  }

  it('leads who administers the installation to a new one, for whichever town they work just now', async () => {
    expect(await open([{ ...town, authority: null }, town])).to.equal('/desk/authorities/new')
  })

  it('leads nobody else there', async () => {
    expect(await open([town])).to.equal(undefined)
  })
})
