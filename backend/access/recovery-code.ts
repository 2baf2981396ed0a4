import type { RandomBytes } from './token.ts'

/** Without what is mistaken for something else on paper: 32 letters and digits. */
const letters = 'abcdefghjkmnpqrstuvwxyz023456789'
export const recoveryCodeCount = 10

/** Codes of 120 random bits, such as `k3p9-x7ma-q2dw-h8tn-6vce-r0bz`; 112 are asked for (ASVS 6.5.2). */
export const makeRecoveryCodes = (random: RandomBytes): readonly string[] =>
  Array.from({ length: recoveryCodeCount }, () =>
    [...random(24)]
      .map((byte) => letters[byte % 32] ?? '')
      .join('')
      .replace(/(.{4})(?=.)/g, '$1-'),
  )

/** As it is kept, however it was typed. */
export const plainRecoveryCode = (typed: string): string => typed.toLowerCase().replace(/[^a-z0-9]/g, '')
