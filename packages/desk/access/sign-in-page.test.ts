import { expect } from '@open-wc/testing'
import { openPage } from './testing.ts'
import './sign-in-page.ts'

const ways = {
  local: true,
  passkeys: false,
  providers: [{ id: 'kreis', label: 'Kreis-Konto' }],
  isFirstStart: false,
}

describe('<desk-sign-in-page>', () => {
  afterEach(() => history.replaceState(null, '', location.pathname))

  it('tells why somebody comes back from a provider without being signed in, and is accessible', async () => {
    const { page, shows } = await openPage('desk-sign-in-page', { 'GET /sign-in': ways }, [])
    expect(page.shadowRoot!.querySelector('[role=alert]')).to.equal(null)
    page.query = new URLSearchParams({ problem: 'account-unknown' })
    await page.updateComplete
    await shows('Zu diesem Konto gehört hier noch niemand.')
    await expect(page).to.be.accessible()
  })

  it('tells something of whatever else stands there, and repeats none of it', async () => {
    const { page, shows, text } = await openPage('desk-sign-in-page', { 'GET /sign-in': ways }, [])
    page.query = new URLSearchParams({ problem: 'constructor' })
    await shows('Das hat nicht geklappt')
    expect(text()).not.to.contain('constructor')
  })
})
