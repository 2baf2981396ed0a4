import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import type { PasskeyOptions } from '@amtsweg/contract'
import { plugAuthenticator } from './authenticator.ts'
import { useStage } from './browser.ts'
import { beginInstallation } from './desk.ts'
import { arrive, button, field, signIn, title } from './desk-reader.ts'
import { mouse } from './hands.ts'

const stage = useStage()
const wide = { signsIn: true, viewport: { width: 1280, height: 800 } }
const elsewhere = createServer((_request, response) =>
  response.end('<!doctype html><title>Elsewhere</title>'),
)
afterAll(() => void elsewhere.close())

describe('a clerk with a passkey', () => {
  test('registers it, signs in with it after the password and alone, is refused with a copy of it, and removes it', async () => {
    await beginInstallation(stage)
    const page = await stage.open('/desk/account', wide)
    const device = await plugAuthenticator(page)
    await signIn(page, mouse())
    await title(page, 'Konto').waitFor()
    await field(page, 'Name des Geräts').fill('Gelber Schlüssel')
    await button(page, 'Passkey einrichten').click()
    await page.locator('desk-recovery-section code').first().waitFor()
    await arrive(page, 'Konto')
    await page.getByText('Gelber Schlüssel, noch nie benutzt').waitFor()
    await button(page, 'Ich habe die Codes aufbewahrt').click()

    const [original] = await device.credentials()
    await button(page, 'Abmelden').click()
    await signIn(page, mouse())
    await secondStep(page)
    await button(page, 'Mit Passkey anmelden').click()
    await title(page, 'Übersicht').waitFor()
    await button(page, 'Abmelden').click()
    await button(page, 'Mit Passkey anmelden').click()
    await title(page, 'Übersicht').waitFor()

    // A copy was made before both: it counts on from where the original was then.
    await button(page, 'Abmelden').click()
    const [used] = await device.credentials()
    expect(used!.signCount).toBeGreaterThan(original!.signCount)
    await device.replace(original!)
    await button(page, 'Mit Passkey anmelden').click()
    await page.getByRole('alert').getByText('Der Passkey wurde nicht angenommen.').waitFor()
    await arrive(page, 'Anmelden')
    await signIn(page, mouse())
    await secondStep(page)
    await button(page, 'Mit Passkey anmelden').click()
    await page.getByRole('alert').getByText('Dieser Passkey gilt hier nicht.').waitFor()
    await button(page, 'Von vorn beginnen').click()

    await device.replace(used!)
    await button(page, 'Mit Passkey anmelden').click()
    await title(page, 'Übersicht').waitFor()
    await page.goto('/desk/account')
    await button(page, 'Gelber Schlüssel entfernen').click()
    await page.getByText('Noch keiner eingerichtet.').waitFor()
    await arrive(page, 'Konto')
    await button(page, 'Abmelden').click()
    await button(page, 'Mit Passkey anmelden').click()
    await page.getByRole('alert').getByText('Der Passkey wurde nicht angenommen.').waitFor()
    await signIn(page, mouse())
    await title(page, 'Übersicht').waitFor()
  })

  test('is not signed in by what they sign on a page of another origin', async () => {
    const page = await stage.open('/desk/account', wide)
    const device = await plugAuthenticator(page)
    await signIn(page, mouse())
    await field(page, 'Name des Geräts').fill('Dienstrechner')
    await button(page, 'Passkey einrichten').click()
    await page.getByText('Dienstrechner, noch nie benutzt').waitFor()
    const [key] = await device.credentials()

    await new Promise<void>((ready) => elsewhere.listen(0, 'localhost', ready))
    const foreign = `http://localhost:${(elsewhere.address() as AddressInfo).port}`
    const victim = await stage.open(foreign, wide)
    await (await plugAuthenticator(victim)).replace(key!)
    const ours = await stage.open('/desk/sign-in', wide)
    const second = await plugAuthenticator(ours)
    await second.replace({ ...key!, signCount: key!.signCount + 10 })

    // Both browsers sign happily, as the key is for every port of this host: only the origin tells them apart.
    expect(await relay(victim)).toBe('second-factor-refused')
    expect(await relay(ours)).toBe('signed-in')
  })

  const secondStep = (page: Page) => page.getByRole('heading', { name: 'Zweiter Schritt' }).waitFor()

  /** Lets a page sign what our server asks, and hands it in as if it came from a page of ours. */
  async function relay(page: Page): Promise<string> {
    const { origin } = stage.server
    const send = (path: string, body: object, cookie = '') =>
      fetch(`${origin}/api/v1/sign-in/${path}`, {
        method: 'POST',
        headers: { origin, cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const asked = await send('passkey/options', {})
    const [step = ''] = asked.headers.getSetCookie()
    const options = (await asked.json()) as PasskeyOptions
    const credential = await page.evaluate(async (json) => {
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(json as never)
      return ((await navigator.credentials.get({ publicKey })) as PublicKeyCredential).toJSON() as object
    }, options)
    const answer = (await (await send('passkey', { credential }, step.split(';')[0])).json()) as {
      readonly state?: string
      readonly code?: string
    }
    return answer.state ?? answer.code ?? ''
  }
})
