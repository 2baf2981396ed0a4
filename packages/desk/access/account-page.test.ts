import { expect, waitUntil } from '@open-wc/testing'
import type { Account } from '@amtsweg/contract'
import { problem } from '../shell/testing.ts'
import { openPage, patience } from './testing.ts'
import './account-page.ts'

const account: Account = {
  clerk: { id: 'c1', name: 'Erika Muster', email: 'erika.muster@musterstadt.example' },
  hasPassword: true,
  hasTotp: false,
  passkeys: [{ id: 'p1', name: 'Gelber Schlüssel', createdAt: '2026-11-01T08:00:00Z', lastUsedOn: null }],
  recoveryCodesLeft: 1,
  providers: [],
}
const session = { id: 's1', isCurrent: true, method: 'password', device: 'Firefox, Windows' }
const times = {
  createdAt: '2026-11-30T08:00:00Z',
  lastSeenAt: '2026-11-30T08:00:00Z',
  endsAt: '2026-11-30T20:00:00Z',
}
const sessions = {
  items: [
    { ...session, ...times },
    { ...session, ...times, id: 's2', isCurrent: false, device: '' },
  ],
}
const usual = { 'GET /account': account, 'GET /sessions': sessions }

async function open(answers = {}) {
  const opened = await openPage('desk-account-page', { ...usual, ...answers }, [])
  const { root } = opened
  await waitUntil(() => root.querySelector('desk-sessions-section'), 'the account is there', patience)
  const section = (name: string) => root.querySelector(`desk-${name}-section`)!.shadowRoot!
  const press = (name: string, text: string) =>
    [...section(name).querySelectorAll('button')].find((one) => one.textContent!.includes(text))!.click()
  const fill = (name: string, id: string, value: string) => {
    const input = section(name).querySelector<HTMLInputElement>(`#${id}`)!
    input.value = value
    input.dispatchEvent(new InputEvent('input'))
  }
  const shows = (name: string, text: string) =>
    waitUntil(() => section(name).textContent!.includes(text), `${name} shows ${text}`, patience)
  return { ...opened, section, press, fill, shows }
}

describe('<desk-account-page>', () => {
  it('shows the ways in and the open sessions, and is accessible', async () => {
    const { page, shows } = await open()
    await shows('sessions', 'Firefox, Windows')
    await shows('passkeys', 'Gelber Schlüssel')
    await shows('recovery', 'Ein Code ist noch übrig.')
    await expect(page).to.be.accessible()
  })

  it('sets up an app: picture, secret as text and link, then the recovery codes, once', async () => {
    const { page, section, press, fill, shows, asked } = await open({
      'POST /account/totp': { secret: 'ABCDEFGH', uri: 'otpauth://totp/x?secret=ABCDEFGH' },
      'PUT /account/totp': { codes: ['aaaa-bbbb', 'cccc-dddd'] },
    })
    press('totp', 'App einrichten')
    await shows('totp', 'ABCD EFGH')
    expect(section('totp').querySelector('svg')!.getAttribute('aria-label')).to.equal('QR-Code für Ihre App')
    expect(section('totp').querySelector('a')!.href).to.equal('otpauth://totp/x?secret=ABCDEFGH')
    await expect(page).to.be.accessible()
    fill('totp', 'code', '123 456')
    press('totp', 'Einrichten')
    await shows('recovery', 'aaaa-bbbb')
    expect(asked.find(({ method }) => method === 'PUT')!.body).to.deep.equal({ code: '123 456' })
    expect(page.isUnsaved).to.be.true
    await expect(page).to.be.accessible()
    press('recovery', 'aufbewahrt')
    await waitUntil(() => !section('recovery').textContent!.includes('aaaa-bbbb'), 'they are gone', patience)
    expect(page.isUnsaved).to.be.false
  })

  it('tells beside the field that a code is wrong', async () => {
    const { press, fill, shows } = await open({
      'POST /account/totp': { secret: 'ABCDEFGH', uri: 'otpauth://totp/x' },
      'PUT /account/totp': problem(401, 'second-factor-refused'),
    })
    press('totp', 'App einrichten')
    await shows('totp', 'ABCD EFGH')
    fill('totp', 'code', '000000')
    press('totp', 'Einrichten')
    await shows('totp', 'Dieser Code gilt nicht.')
  })

  it('changes the password, and tells which of both is wrong', async () => {
    let isWrong = true
    const { press, fill, shows, notices } = await open({
      'PUT /account/password': () =>
        isWrong ? problem(403, 'password-wrong') : new Response(null, { status: 204 }),
    })
    press('password', 'Passwort ändern')
    await shows('password', 'mindestens 12 Zeichen.')
    fill('password', 'current', 'falsch')
    fill('password', 'password', 'Guten Morgen Musterstadt')
    press('password', 'Passwort ändern')
    await shows('password', 'Das jetzige Passwort stimmt nicht.')
    isWrong = false
    press('password', 'Passwort ändern')
    await waitUntil(() => notices.length, 'it is told', patience)
  })

  it('ends another session', async () => {
    const { press, asked, notices, shows } = await open({
      'DELETE /sessions/s2': () => new Response(null, { status: 204 }),
    })
    await shows('sessions', 'Unbekanntes Gerät')
    press('sessions', 'Beenden')
    await waitUntil(() => notices.length, 'it is told', patience)
    expect(asked.some(({ method, path }) => method === 'DELETE' && path === '/sessions/s2')).to.be.true
  })
})
