import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launchBrowser } from '../../.toolchain/browser.ts'
import { type RunningServer, startServer } from './server.ts'

export interface Visit extends BrowserContextOptions {
  /** The test breaks something on purpose: the browser's complaints about it are expected. */
  readonly disturbed?: boolean
  /** Somebody signs in at the desk: the session's cookies, and the browser's word about a request that was refused, are no complaint. */
  readonly signsIn?: boolean
}

/** Session, second step, and a device that was signed in with before. */
const sessionCookies = /^__Host-amt-/

/** One server and one browser for the tests of a file; every reader comes with a fresh session. */
export interface Stage {
  readonly server: RunningServer
  readonly browser: Browser
  /** Opens an address (a path of our server, or a whole one) as a new reader. */
  readonly open: (address: string, visit?: Visit) => Promise<Page>
  /** The same for readers who need something to be in place before the first page. */
  readonly enter: (visit?: Visit) => Promise<BrowserContext>
  /** Stops the server as a power cut would. */
  readonly cutPower: () => Promise<void>
  /** The same server on the same address and database. */
  readonly restart: () => Promise<void>
}

/**
 * Sets up the file's stage. After every test, whatever it looked at, no page may have complained: no uncaught error, no
 * line in the console, no violated policy, no request to anybody but the page and us, and no cookie. The demo data are there,
 * unless the file prepares a database of its own.
 */
export function useStage(database?: () => Promise<string>): Stage {
  let server: RunningServer
  let browser: Browser
  let contexts: { context: BrowserContext; signsIn: boolean }[] = []
  const complaints: string[] = []

  beforeAll(async () => {
    const starting = launchBrowser()
    server = await startServer(database ? { databaseUrl: await database() } : {})
    browser = await starting
  })

  afterEach(async () => {
    for (const { context, signsIn } of contexts) {
      for (const { name } of await context.cookies())
        if (!(signsIn && sessionCookies.test(name))) complaints.push(`cookie ${name}`)
      await context.close()
    }
    contexts = []
    expect(complaints.splice(0)).toEqual([])
  })

  afterAll(async () => {
    await browser?.close()
    server?.signal('SIGTERM')
    await server?.ended
  })

  async function enter({
    disturbed = false,
    signsIn = false,
    ...options
  }: Visit = {}): Promise<BrowserContext> {
    const context = await browser.newContext({
      baseURL: server.origin,
      locale: 'de-DE',
      timezoneId: 'Europe/Berlin',
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
      ...options,
    })
    context.setDefaultTimeout(20_000)
    contexts.push({ context, signsIn })
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
        console.error(`violated ${effectiveDirective} by ${blockedURI} ${sample}`),
      )
    })
    context.on('request', (request) => {
      if (!/^(https?:\/\/(localhost|127\.0\.0\.1)[:/]|blob:|data:)/.test(request.url()))
        complaints.push(`request to ${request.url()}`)
    })
    if (disturbed) return context
    context.on('weberror', (error) => complaints.push(`uncaught ${String(error.error())}`))
    context.on('console', (message) => {
      if (signsIn && /status of 4\d\d/.test(message.text())) return
      if (/^(error|warning)$/.test(message.type())) complaints.push(`${message.type()}: ${message.text()}`)
    })
    return context
  }

  return {
    get server() {
      return server
    },
    get browser() {
      return browser
    },
    enter,
    async open(address, visit) {
      const page = await (await enter(visit)).newPage()
      await page.goto(address)
      return page
    },
    async cutPower() {
      server.signal('SIGKILL')
      await server.ended
    },
    async restart() {
      const { databaseUrl, port } = server
      server = await startServer({ databaseUrl, port })
    },
  }
}
