import assert from 'node:assert/strict'
import type { BrowserContext, Page } from 'playwright-core'
import type { InvitedClerk, KeptAuthority } from '@amtsweg/contract/clerks.ts'
import type { Stage, Visit } from './browser.ts'
import { administrator, arrive, firstLink, signIn, title } from './desk-reader.ts'
import { type Hands, keyboard, mouse } from './hands.ts'

/** Whoever signs in at the desk by a password. */
export interface Person {
  readonly login: string
  readonly password: string
}

/** Somebody who has signed in before the test begins. */
export interface SignedIn extends Person {
  readonly cookie: string
}

/** Somebody's session, for what a test asks of the API beside the browser. */
export interface Session {
  readonly cookie: string
  /** The authority they act for; null = the whole installation. */
  readonly authority: string | null
}

/** An authority with people who work for it. */
export interface Office {
  readonly id: string
  readonly regionKey: string
  readonly editors: readonly [SignedIn, SignedIn]
  /** That of the first editor. */
  readonly session: Session
}

const looking = { arrive }
const walking = { arrive: (page: Page, name: string) => title(page, name).waitFor() }

/** Hands and windows that each journey is walked with. Views are the same for both hands: axe looks at them once in each window. */
export const ways = [
  { by: 'keyboard', width: 1280, height: 800, handsOf: keyboard, ...looking },
  { by: 'keyboard', width: 360, height: 740, handsOf: keyboard, ...looking },
  { by: 'mouse', width: 1280, height: 800, handsOf: mouse, ...walking },
  { by: 'mouse', width: 360, height: 740, handsOf: mouse, ...walking },
].map(({ height, ...way }) => ({
  ...way,
  id: `${way.by}-${way.width}`,
  visit: { signsIn: true, viewport: { width: way.width, height } },
}))

/** Asks the API by somebody's session, as a page of the desk does. */
export async function ask(
  stage: Stage,
  { cookie, authority }: Session,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<unknown> {
  const { origin } = stage.server
  const acting = authority === null ? {} : { 'amtsweg-authority': authority }
  const response = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers: { cookie, origin, 'content-type': 'application/json', ...acting, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const retryAfter = Number(response.headers.get('retry-after'))
  // Another program may be writing just now, such as the one that makes the index: the desk waits for it as well.
  if (response.status === 503 && retryAfter) {
    await new Promise((resolve) => setTimeout(resolve, retryAfter * 1_000))
    return ask(stage, { cookie, authority }, method, path, body, headers)
  }
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
  const editors = [
    await join(stage, first, id, 'Max Beispiel'),
    await join(stage, first, id, 'Ada Probe'),
  ] as const
  const session = { cookie: editors[0].cookie, authority: id }
  return { id, regionKey: added.regionKey, editors, session }
}

/** Invites somebody, an editor unless another role is named, who chooses a password. */
export async function join(
  stage: Stage,
  first: Session,
  authority: string,
  name: string,
  role = 'editor',
): Promise<SignedIn> {
  const login = `${name.toLowerCase().replaceAll(' ', '.')}@${authority}.example`
  const grants = [{ authority, roles: [role] }]
  const invited = await ask(stage, first, 'POST', '/clerks', { name, email: login, grants })
  const password = 'Apfel Wolke Fahrrad Leuchtturm'
  const cookie = await takeInvitation(stage, (invited as InvitedClerk).invitation.url, { password })
  return { login, password, cookie }
}

/** Opens a page of the desk for somebody who has signed in already. */
export async function openSignedIn(
  stage: Stage,
  { cookie }: Pick<SignedIn, 'cookie'>,
  path: string,
  visit: Visit,
): Promise<Page> {
  const context = await stage.enter(visit)
  // Browsers take `__Host-` cookies for secure addresses only; here they know that localhost is one.
  const url = stage.server.origin.replace('http:', 'https:')
  const cookies = cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url, secure: true, httpOnly: true }
  })
  await context.addCookies(cookies)
  const page = await context.newPage()
  await page.goto(path)
  return page
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
