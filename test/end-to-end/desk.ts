import assert from 'node:assert/strict'
import type { BrowserContext, Page } from 'playwright-core'
import type { InvitedClerk, KeptAuthority } from '@amtsweg/contract/clerks.ts'
import type { Stage } from './browser.ts'
import { administrator, firstLink, signIn } from './desk-reader.ts'
import type { Hands } from './hands.ts'

/** Whoever signs in at the desk by a password. */
export interface Person {
  readonly login: string
  readonly password: string
}

/** Somebody's session, for what a test asks of the API beside the browser. */
interface Session {
  readonly cookie: string
  /** The authority they act for; null = the whole installation. */
  readonly authority: string | null
}

/** An authority with people who work for it. */
export interface Office {
  readonly id: string
  readonly regionKey: string
  readonly editors: readonly Person[]
  /** That of the first editor. */
  readonly session: Session
}

/** Asks the API by somebody's session, as a page of the desk does. */
export async function ask(
  stage: Stage,
  { cookie, authority }: Session,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const { origin } = stage.server
  const acting = authority === null ? {} : { 'amtsweg-authority': authority }
  const response = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers: { cookie, origin, 'content-type': 'application/json', ...acting, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as unknown
}

/** Takes an invitation, and gives the cookie of the session that begins. */
async function takeInvitation(stage: Stage, link: string, answer: object): Promise<string> {
  const { origin } = stage.server
  const response = await fetch(`${origin}/api/v1/sign-in/invitation`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ token: link.split('#')[1], ...answer }),
  })
  assert.equal(response.status, 200, await response.text())
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** The very first account, of the administrator of the installation. */
export async function beginInstallation(stage: Stage): Promise<Session> {
  const { name, login, password } = administrator
  const answer = { name, email: login, password }
  return { cookie: await takeInvitation(stage, await firstLink(stage.server), answer), authority: null }
}

/** Adds an authority, and invites two editors who have chosen their passwords. */
export async function openOffice(
  stage: Stage,
  first: Session,
  { id, regionKey, fourEyes = false }: { id: string; regionKey: string; fourEyes?: boolean },
): Promise<Office> {
  const names = { de: 'Musterverwaltung' }
  const settings = { names, languages: ['de'], holidaysLand: regionKey.slice(0, 2), origins: [], fourEyes }
  const added = (await ask(stage, first, 'POST', '/authorities', {
    id,
    regionKey,
    ...settings,
  })) as KeptAuthority
  const join = async (name: string) => {
    const login = `${name.toLowerCase().replace(' ', '.')}@${id}.example`
    const grants = [{ authority: id, roles: ['editor'] }]
    const invited = await ask(stage, first, 'POST', '/clerks', { name, email: login, grants })
    const password = 'Apfel Wolke Fahrrad Leuchtturm'
    const cookie = await takeInvitation(stage, (invited as InvitedClerk).invitation.url, { password })
    return { login, password, cookie }
  }
  const editors = [await join('Max Beispiel'), await join('Ada Probe')] as const
  const session = { cookie: editors[0].cookie, authority: id }
  return { id, regionKey: added.regionKey, editors, session }
}

/** Opens a page of the desk, and signs in where that is asked for. */
export async function openDesk(
  context: BrowserContext,
  handsOf: (page: Page) => Hands,
  person: Person,
  path: string,
): Promise<Page> {
  const page = await context.newPage()
  await page.goto(path)
  await signIn(page, handsOf(page), person)
  return page
}
