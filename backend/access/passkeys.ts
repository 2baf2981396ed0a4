import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { PasskeyAnswer } from '@amtsweg/contract'
import type { KnownClerk } from './clerk.ts'
import type { Passkey } from './repository-factors.ts'

/** The page that a passkey is for: its origin as the browser says it, and the host that keys are bound to. */
export interface PasskeyHome {
  readonly origin: string
  readonly host: string
}

/** The public address where it is set, else the page that asks, which is known to be one of ours. */
export function passkeyHome(publicUrl: string | undefined, origin: string | undefined): PasskeyHome {
  const home = new URL(publicUrl ?? origin ?? 'http://localhost')
  return { origin: home.origin, host: home.hostname }
}

/** Minutes in milliseconds for which a browser asks. */
const timeout = 5 * 60_000

/** What a browser is asked to prove; with no keys named, by any that it holds for us, and with a PIN or a finger. */
export const askForPasskey = ({ host }: PasskeyHome, known: readonly Passkey[]) =>
  generateAuthenticationOptions({
    ...{ rpID: host, timeout, userVerification: known.length > 0 ? 'preferred' : 'required' },
    ...(known.length > 0 ? { allowCredentials: known.map(namedKey) } : {}),
  })

const namedKey = ({ id, transports }: Passkey) => ({ id, transports: [...transports] })

/** EdDSA, ES256, RS256: what keys speak today (COSE). */
const algorithms = [-8, -7, -257] as const

/** What a browser is asked to make. */
export const offerPasskey = (
  { host }: PasskeyHome,
  { id, name, email }: Pick<KnownClerk, 'id' | 'name' | 'email'>,
  known: readonly Passkey[],
) =>
  generateRegistrationOptions({
    ...{ rpName: 'Amtsweg', rpID: host, userName: email, userDisplayName: name, timeout },
    userID: new TextEncoder().encode(id),
    supportedAlgorithmIDs: [...algorithms],
    excludeCredentials: known.map(namedKey),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })

interface Expected {
  readonly home: PasskeyHome
  readonly challenge: string
}

/** The counter of a passkey that has proved itself; undefined where it has not. */
export async function provenPasskey(
  answer: PasskeyAnswer,
  { home, challenge }: Expected,
  { id, publicKey, counter }: Passkey,
  isAlone: boolean,
): Promise<number | undefined> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      ...{ expectedChallenge: challenge, expectedOrigin: home.origin, expectedRPID: home.host },
      credential: { id, publicKey, counter },
      requireUserVerification: isAlone,
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch {
    // The library throws for everything that does not fit.
    return undefined
  }
}

/** A passkey that a browser has made as it was asked to; undefined where it has not. */
export async function madePasskey(
  answer: PasskeyAnswer,
  { home, challenge }: Expected,
): Promise<Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports'> | undefined> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer as Parameters<typeof verifyRegistrationResponse>[0]['response'],
      ...{ expectedChallenge: challenge, expectedOrigin: home.origin, expectedRPID: home.host },
      requireUserVerification: false,
      supportedAlgorithmIDs: [...algorithms],
    })
    if (!verified) return undefined
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential
    return { id, publicKey, counter, transports }
  } catch {
    return undefined
  }
}
