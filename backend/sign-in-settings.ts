import { z } from 'zod'
import type { SignInSettings } from './access/index.ts'

const whole = (least: number, most: number) =>
  z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(least, `must be ${least} or more`)
    .max(most, `must be at most ${most}`)

/** The variables of how clerks sign in. */
export const signInVariables = {
  AMTSWEG_SESSION_IDLE_MINUTES: whole(5, 480)
    .default(30)
    .describe('Minutes without a request after which a session at the desk ends'),
  AMTSWEG_SESSION_HOURS: whole(1, 24)
    .default(12)
    .describe('Hours after which a session at the desk ends in any case'),
  AMTSWEG_LOCAL_ACCOUNTS: z
    .enum(['on', 'off'], 'must be on or off')
    .default('on')
    .describe('`off`: passwords and passkeys open nothing; all clerks come by an identity provider'),
  AMTSWEG_SIGN_IN_PROVIDERS: z
    .string()
    .optional()
    .describe(
      'File (JSON) of the identity providers clerks sign in by: docs/guides/sign-in-by-provider.md. Needs `AMTSWEG_PUBLIC_URL`',
    ),
}

/** What the variables mean together. */
export const signInSettings = (values: z.infer<z.ZodObject<typeof signInVariables>>): SignInSettings => ({
  idleMinutes: values.AMTSWEG_SESSION_IDLE_MINUTES,
  hours: values.AMTSWEG_SESSION_HOURS,
  isLocal: values.AMTSWEG_LOCAL_ACCOUNTS === 'on',
})
