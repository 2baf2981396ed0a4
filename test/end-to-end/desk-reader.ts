import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { faults } from './faults.ts'
import type { Hands } from './hands.ts'
import type { RunningServer } from './server.ts'

export const administrator = {
  name: 'Erika Muster',
  login: 'erika.muster@musterstadt.example',
  password: 'Guten Morgen Musterstadt 7',
}

export const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })
export const field = (page: Page, name: string | RegExp) =>
  page.getByLabel(name, { exact: typeof name === 'string' })
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Waits for a page, and looks at it as a machine can: no fault of axe, nothing wider than the window. */
export async function arrive(page: Page, name: string): Promise<void> {
  await title(page, name).waitFor()
  // Waiting is drawn; what waits has gone when none of it is there any more.
  await page.locator('.pending').first().waitFor({ state: 'detached' })
  assert.deepEqual(await faults(page, name), [])
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  assert.ok(beyond <= 0, `${name} is ${beyond} px wider than the window`)
}

/** Address of the link that the server printed at its first start. */
export async function firstLink(server: RunningServer): Promise<string> {
  const [link] = await server.printed(/\/desk\/welcome#\S+/)
  return link
}

/** The very first account, from the link in the log. */
export async function becomeAdministrator(page: Page, { press, type }: Hands): Promise<void> {
  await arrive(page, 'Willkommen')
  await type(field(page, 'Ihr Name'), administrator.name)
  await type(field(page, 'Ihre dienstliche E-Mail-Adresse'), administrator.login)
  await type(field(page, 'Neues Passwort'), administrator.password)
  await press(button(page, 'Konto einrichten'))
}

export async function signIn(
  page: Page,
  { press, type }: Hands,
  { login, password }: Pick<typeof administrator, 'login' | 'password'> = administrator,
): Promise<void> {
  await type(field(page, 'E-Mail-Adresse'), login)
  await type(field(page, 'Passwort'), password)
  await press(button(page, 'Anmelden'))
}
