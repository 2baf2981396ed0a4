import { expect, oneEvent } from '@open-wc/testing'
import { problem } from '../shell/testing.ts'
import { openPage } from './testing.ts'
import './welcome-page.ts'

const ways = {
  local: true,
  passkeys: false,
  providers: [{ id: 'kreis', label: 'Kreis-Konto' }],
  isFirstStart: false,
}
const invitation = {
  purpose: 'invitation',
  name: 'Erika Muster',
  email: 'erika@musterstadt.example',
  expiresAt: '2026-12-07T08:00:00Z',
}

async function open(answers = {}, hash = '#geheim') {
  history.replaceState(null, '', location.pathname + hash)
  return openPage(
    'desk-welcome-page',
    { 'GET /sign-in': ways, 'POST /sign-in/invitation/look': invitation, ...answers },
    [],
  )
}

describe('<desk-welcome-page>', () => {
  afterEach(() => history.replaceState(null, '', location.pathname))

  it('greets whom it is for, and is accessible', async () => {
    const { page, shows } = await open()
    await shows('Guten Tag, Erika Muster.')
    await shows('Stattdessen mit Kreis-Konto anmelden')
    await expect(page).to.be.accessible()
  })

  it('takes a password of twelve characters, and not fewer', async () => {
    const { page, shows, type, button, asked } = await open({
      'POST /sign-in/invitation': { state: 'signed-in' },
    })
    await shows('Konto einrichten')
    type('password', 'zu kurz')
    button('Konto einrichten').click()
    await shows('Das Passwort braucht mindestens 12 Zeichen.')
    await expect(page).to.be.accessible()
    type('password', 'Guten Morgen Musterstadt')
    const signedIn = oneEvent(page, 'desk-signed-in')
    button('Konto einrichten').click()
    await signedIn
    expect(asked.at(-1)!.body).to.deep.equal({ token: 'geheim', password: 'Guten Morgen Musterstadt' })
  })

  it('asks the first administrator for name and address', async () => {
    const { page, shows, type, button, asked } = await open({
      'POST /sign-in/invitation/look': { purpose: 'first-administrator', expiresAt: '2026-12-07T08:00:00Z' },
      'POST /sign-in/invitation': { state: 'signed-in' },
    })
    await shows('Sie richten das erste Konto ein.')
    type('password', 'Guten Morgen Musterstadt')
    button('Konto einrichten').click()
    await shows('Geben Sie Ihren Namen ein.')
    type('name', 'Erika Muster')
    type('email', 'erika@musterstadt.example')
    const signedIn = oneEvent(page, 'desk-signed-in')
    button('Konto einrichten').click()
    await signedIn
    expect(asked.at(-1)!.body).to.include({ name: 'Erika Muster', email: 'erika@musterstadt.example' })
  })

  it('says of a link that was used that it opens nothing', async () => {
    const { shows } = await open({ 'POST /sign-in/invitation/look': problem(403, 'invitation-invalid') })
    await shows('Dieser Link gilt nicht oder wurde schon benutzt.')
  })

  it('says of a link without its secret that it is incomplete', async () => {
    const { shows } = await open({}, '')
    await shows('Dieser Link ist unvollständig.')
  })
})
