import { Secret, TOTP } from 'otpauth'
import type { RandomBytes } from './token.ts'

/** Seconds for which a code is shown; those of the ones before and after are taken as well, as clocks differ (RFC 6238, 5.2). */
const period = 30
const window = 1

const totpOf = (secret: string, label = '') =>
  new TOTP({ issuer: 'Amtsweg', label, secret: Secret.fromBase32(secret), period })

/** A secret of 160 bits (RFC 4226, 4), Base32. */
export const makeTotpSecret = (random: RandomBytes): string =>
  new Secret({ buffer: new Uint8Array(random(20)).buffer }).base32

/** What an app reads from a QR code. */
export const totpUri = (secret: string, label: string): string => totpOf(secret, label).toString()

/** Number of the half minute that a code belongs to; undefined where it is wrong. Each number must be taken once only. */
export function totpStep(secret: string, code: string, now: Date): number | undefined {
  const token = code.replaceAll(' ', '')
  const delta = totpOf(secret).validate({ token, timestamp: now.getTime(), window })
  return delta === null ? undefined : Math.floor(now.getTime() / 1_000 / period) + delta
}

/** The code of a moment. For tests, and for nobody else. */
export const totpCode = (secret: string, now: Date): string =>
  totpOf(secret).generate({ timestamp: now.getTime() })
