import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closedPort } from '@amtsweg/backend/integration/testing.ts'
import { faultyIssuer } from '@amtsweg/backend/integration/testing-issuer.ts'
import { useStage } from './browser.ts'
import { administrator, arrive, firstLink, title } from './desk-reader.ts'
import { startServer, temporaryFolder } from './server.ts'

const stage = useStage()

/** The issuer at 127.0.0.1 is another site than ours at localhost: only a browser knows which cookies come along. */
test('a clerk comes in by an identity provider, and again, without any password', async () => {
  const faulty = await faultyIssuer()
  const { name, login } = administrator
  faulty.say({ claims: { name, email: login } })
  const list = join(temporaryFolder(), 'providers.json')
  const provider = { id: 'stadt', label: 'Stadtkonto', clientId: 'amtsweg', secret: 'geheim' }
  writeFileSync(list, JSON.stringify([{ ...provider, issuer: faulty.issuer }]))
  const port = await closedPort()
  const env = {
    AMTSWEG_PUBLIC_URL: `http://localhost:${port}`,
    AMTSWEG_SIGN_IN_PROVIDERS: list,
    AMTSWEG_LOCAL_ACCOUNTS: 'off',
  }
  const server = await startServer({ port, env })
  const page = await stage.open(server.origin + (await firstLink(server)), { signsIn: true })
  await page.getByRole('button', { name: /Stadtkonto/ }).click()
  await page.getByRole('link', { name: 'Zustimmen' }).click()
  await arrive(page, 'Übersicht')
  await page.getByText(`Guten Tag, ${name}.`).waitFor()

  const session = async () => {
    const all = await page.context().cookies()
    return all.find((one) => one.name === '__Host-amt-session')
  }
  const first = await session()
  expect(first).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict' })
  await page.context().clearCookies()
  await page.goto(`${server.origin}/desk/account`)
  await page.getByRole('link', { name: 'Mit Stadtkonto anmelden' }).click()
  await page.getByRole('link', { name: 'Zustimmen' }).click()
  await title(page, 'Konto').waitFor()
  expect((await session())?.value).not.toBe(first?.value)

  faulty.say({ claims: { sub: 'somebody else' } })
  await page.context().clearCookies()
  await page.goto(`${server.origin}/desk/`)
  await page.getByRole('link', { name: 'Mit Stadtkonto anmelden' }).click()
  await page.getByRole('link', { name: 'Zustimmen' }).click()
  await page.getByText('Zu diesem Konto gehört hier noch niemand.').waitFor()
})
