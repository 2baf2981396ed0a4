import type { CDPSession, Page } from 'playwright-core'

/** A passkey with its private key and its counter. */
type Credential = Awaited<ReturnType<typeof credentialsOf>>[number]

/** Makes a browser's own stand-in for a device with a fingerprint, whose owner is there and agrees to everything. */
export async function plugAuthenticator(page: Page) {
  const chromium = await page.context().newCDPSession(page)
  await chromium.send('WebAuthn.enable')
  const { authenticatorId } = await chromium.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  })
  return {
    /** What the device holds. */
    credentials: () => credentialsOf(chromium, authenticatorId),
    /** Lets the device hold this one only, as a copy of another would. */
    async replace(credential: Credential): Promise<void> {
      await chromium.send('WebAuthn.clearCredentials', { authenticatorId })
      await chromium.send('WebAuthn.addCredential', { authenticatorId, credential })
    },
  }
}

const credentialsOf = async (chromium: CDPSession, authenticatorId: string) =>
  (await chromium.send('WebAuthn.getCredentials', { authenticatorId })).credentials
