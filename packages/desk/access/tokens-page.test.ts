import { expect, waitUntil } from '@open-wc/testing'
import type { AccessToken } from '@amtsweg/contract/clerks.ts'
import { openPage, patience } from './testing.ts'
import './tokens-page.ts'

const token: AccessToken = {
  id: 't1',
  authority: 'musterstadt',
  name: 'TYPO3 der Stadt',
  scopes: ['units:write'],
  madeBy: { id: 'c1', name: 'Erika Muster' },
  createdAt: '2026-11-01T08:00:00Z',
  expiresAt: '2099-11-01T08:00:00Z',
  revokedAt: null,
  lastUsedOn: null,
}
const open = (answers = {}) =>
  openPage('desk-tokens-page', { 'GET /tokens': { items: [token], next: null }, ...answers }, [
    'tokens:write',
  ])

describe('<desk-tokens-page>', () => {
  it('lists the keys and until when they are good, and is accessible', async () => {
    const { page, shows } = await open()
    await shows('TYPO3 der Stadt')
    await shows('gilt bis 01.11.2099, noch nie benutzt, ausgegeben von Erika Muster')
    await expect(page).to.be.accessible()
  })

  it('offers nothing that only persons may do', async () => {
    const { root, shows } = await open()
    await shows('Was er darf')
    expect(root.querySelector('[name="clerks:write"]')).to.be.null
    expect(root.querySelector('[name="units:write"]')).not.to.be.null
  })

  it('makes one and shows its secret once', async () => {
    const { root, type, button, shows, asked } = await open({
      'POST /tokens': { token, secret: 'amt_geheim' },
    })
    await shows('Neuer Schlüssel')
    button('Schlüssel ausgeben').click()
    await shows('2 Angaben stimmen noch nicht')
    type('name', 'TYPO3 der Stadt')
    root.querySelector<HTMLInputElement>('[name="units:write"]')!.click()
    button('Schlüssel ausgeben').click()
    await shows('Ihn sehen Sie nur jetzt.')
    expect(root.querySelector('desk-copy')!.text).to.equal('amt_geheim')
    expect(asked.find(({ method }) => method === 'POST')!.body).to.deep.equal({
      name: 'TYPO3 der Stadt',
      scopes: ['units:write'],
      days: 365,
    })
  })

  it('revokes one after a question', async () => {
    const { root, button, shows, asked, notices } = await open({
      'DELETE /tokens/t1': () => new Response(null, { status: 204 }),
    })
    await shows('Widerrufen')
    button('TYPO3 der Stadt widerrufen').click()
    await waitUntil(() => root.querySelector('desk-dialog'), 'it is asked', patience)
    root.querySelector<HTMLButtonElement>('desk-dialog button')!.click()
    await waitUntil(() => notices.length, 'it is told', patience)
    expect(asked.some(({ method }) => method === 'DELETE')).to.be.true
  })
})
