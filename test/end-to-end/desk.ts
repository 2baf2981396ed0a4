import type { BrowserContext, Page } from 'playwright-core'
import type { Scope } from '@amtsweg/contract'
import type { Stage } from './browser.ts'
import { runProgram } from './server.ts'

const scopes: readonly Scope[] = [
  'units:write',
  'services:write',
  'supplements:write',
  'responsibilities:write',
]

/** An authority with a key for its clerk. */
export interface Office {
  readonly id: string
  readonly regionKey: string
  readonly token: string
}

/** Adds an authority and makes a key for whoever works for it. */
export async function addOffice(stage: Stage, id: string, regionKey: string): Promise<Office> {
  const command = async (...args: readonly string[]) => {
    const program = runProgram('cli', args, { DATABASE_URL: stage.server.databaseUrl })
    if ((await program.ended) !== 0) throw new Error(program.output())
    return program.output()
  }
  await command('authority', 'add', id, '--area', regionKey, '--name', 'Musterverwaltung')
  const scoped = scopes.flatMap((scope) => ['--scope', scope])
  const made = await command('token', 'create', '--authority', id, '--name', 'Arbeitsplatz', ...scoped)
  return {
    id,
    regionKey,
    token: made
      .split('\n')
      .find((line) => line.startsWith('amt'))!
      .trim(),
  }
}

/** Opens a page of the desk as the clerk of an authority, who writes with its key. */
export async function openDesk(context: BrowserContext, office: Office, path: string): Promise<Page> {
  const page = await context.newPage()
  await page.route('**/api/v1/session', (route) =>
    route.fulfill({
      json: {
        clerk: { id: 'c1', name: 'Erika Muster', email: null },
        grants: [
          {
            authority: office.id,
            name: 'Musterverwaltung',
            regionKey: office.regionKey,
            roles: ['editor'],
            scopes,
            fourEyes: false,
          },
        ],
      },
    }),
  )
  await page.route(/\/api\/v1\/(?!session)/, (route) =>
    route.continue({ headers: { ...route.request().headers(), authorization: `Bearer ${office.token}` } }),
  )
  await page.goto(path)
  return page
}

/** Asks the API in the name of an authority. */
export async function ask(
  stage: Stage,
  office: Office,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const response = await fetch(`${stage.server.origin}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${office.token}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as unknown
}
