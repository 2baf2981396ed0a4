import { expect, waitUntil } from '@open-wc/testing'
import type { Clerk } from '@amtsweg/contract/clerks.ts'
import { problem } from '../shell/testing.ts'
import { openPage, patience } from './testing.ts'
import './clerk-page.ts'
import './clerks-page.ts'

const clerk: Clerk = {
  id: 'c2',
  name: 'Max Beispiel',
  email: 'max@musterstadt.example',
  state: 'active',
  grants: [{ authority: 'musterstadt', roles: ['editor'] }],
  isShared: false,
  hasSecondFactor: false,
  lastSeenOn: '2026-11-29',
  createdAt: '2026-11-01T08:00:00Z',
}
const invitation = { url: 'https://amt.example/desk/welcome#geheim', expiresAt: '2026-12-07T08:00:00Z' }

describe('<desk-clerks-page>', () => {
  const open = (answers = {}) =>
    openPage('desk-clerks-page', { 'GET /clerks': { items: [clerk], next: null }, ...answers }, [
      'clerks:write',
    ])

  it('lists who can sign in, and is accessible', async () => {
    const { page, root } = await open()
    const list = root.querySelector('desk-list')!.shadowRoot!
    await waitUntil(() => list.textContent!.includes('Max Beispiel'), 'the list is there', patience)
    expect(list.textContent)
      .to.match(/Redaktion/)
      .and.to.match(/ohne zweiten Schritt/)
    await expect(page).to.be.accessible()
  })

  it('invites somebody, and shows the link once', async () => {
    const { page, root, type, button, shows, asked } = await open({
      'POST /clerks': { clerk: { ...clerk, state: 'invited' }, invitation },
    })
    type('name', 'Max Beispiel')
    type('email', 'max@musterstadt.example')
    button('Einladen').click()
    await shows('Link für Max Beispiel')
    expect(root.querySelector('desk-copy')!.text).to.equal(invitation.url)
    expect(asked.find(({ method }) => method === 'POST')!.body).to.deep.equal({
      name: 'Max Beispiel',
      email: 'max@musterstadt.example',
      grants: [{ authority: 'musterstadt', roles: ['editor'] }],
    })
    await expect(page).to.be.accessible()
  })

  it('tells what is missing, and that an address is taken', async () => {
    const { type, button, shows } = await open({ 'POST /clerks': problem(409, 'already-taken') })
    button('Einladen').click()
    await shows('2 Angaben stimmen noch nicht')
    type('name', 'Max')
    type('email', 'max@musterstadt.example')
    button('Einladen').click()
    await shows('Unter dieser Adresse gibt es schon jemanden.')
  })
})

describe('<desk-clerk-page>', () => {
  const open = (answers = {}) =>
    openPage(
      'desk-clerk-page',
      { 'GET /clerks/c2': () => Response.json(clerk, { headers: { etag: '"1"' } }), ...answers },
      ['clerks:write'],
      { id: 'c2' },
    )

  it('changes roles on what it has read, and is accessible', async () => {
    const { page, root, shows, button, asked, notices } = await open({ 'PUT /clerks/c2': clerk })
    await shows('Rollen in Stadt Musterstadt')
    await expect(page).to.be.accessible()
    root.querySelector<HTMLInputElement>('[name=administrator]')!.click()
    expect(page.isUnsaved).to.be.true
    button('Speichern').click()
    await waitUntil(() => notices.length, 'it is told', patience)
    const put = asked.find(({ method }) => method === 'PUT')!
    expect(put.headers.get('if-match')).to.equal('"1"')
    expect(put.body).to.deep.include({
      isSuspended: false,
      grants: [{ authority: 'musterstadt', roles: ['editor', 'administrator'] }],
    })
  })

  it('gives who has forgotten the password a link, and takes only the second step from who has lost that', async () => {
    const { page, root, shows, button, asked, notices } = await open({
      'POST /clerks/c2/invitation': { clerk, invitation },
      'DELETE /clerks/c2/second-factors': () => new Response(null, { status: 204 }),
      'GET /clerks/c2': { ...clerk, hasSecondFactor: true },
    })
    await shows('Passwort vergessen: neuen Link erzeugen')
    button('Passwort vergessen: neuen Link erzeugen').click()
    await shows('Link für Max Beispiel')
    button('Zweiten Schritt entfernen').click()
    await waitUntil(() => root.querySelector('desk-dialog'), 'it is asked', patience)
    await expect(page).to.be.accessible()
    button('Entfernen').click()
    await waitUntil(() => notices.length, 'it is told', patience)
    expect(asked.map(({ method, path }) => `${method} ${path}`)).to.include.members([
      'POST /clerks/c2/invitation',
      'DELETE /clerks/c2/second-factors',
    ])
    expect(asked.some(({ path }) => path.endsWith('/reset'))).to.be.false
  })

  it('resets a lost second factor after a question, and shows the new link', async () => {
    const { page, root, shows, button } = await open({ 'POST /clerks/c2/reset': { clerk, invitation } })
    await shows('Passwort und zweiten Schritt zurücksetzen')
    button('Passwort und zweiten Schritt zurücksetzen').click()
    await waitUntil(() => root.querySelector('desk-dialog'), 'it is asked', patience)
    await expect(page).to.be.accessible()
    button('Zurücksetzen').click()
    await shows('Link für Max Beispiel')
  })

  it('says why the last administrator stays', async () => {
    const { shows, button } = await open({ 'PUT /clerks/c2': problem(409, 'last-administrator') })
    await shows('Speichern')
    button('Speichern').click()
    await shows('Dann könnte niemand mehr verwalten.')
  })
})
