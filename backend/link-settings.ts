import { z } from 'zod'
import type { Hours, LinkCheckSettings } from './services/index.ts'

const whole = (least: number, most: number, standard: number) =>
  z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(least, `must be ${least} or more`)
    .max(most, `must be at most ${most}`)
    .default(standard)

const webAddress = z.url({
  protocol: /^https?$/,
  error: 'must be a web address such as https://www.musterstadt.de/',
})
const pair = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\]):\d{1,5}$/i

/** The variables of everything that goes out from this server by itself. */
export const linkVariables = {
  AMTSWEG_LINK_CHECK: z
    .enum(['on', 'off'], 'must be on or off')
    .default('off')
    .describe('`on`: look after outgoing links; needs `AMTSWEG_CONTACT_URL`'),
  AMTSWEG_LINK_CHECK_DAYS: whole(1, 90, 7).describe('Days between two looks at a healthy link'),
  AMTSWEG_LINK_CHECK_HOST_SECONDS: whole(1, 3_600, 10).describe('Seconds between two requests to one host'),
  AMTSWEG_LINK_CHECK_PER_MINUTE: whole(1, 600, 30).describe('Requests a minute to all hosts together'),
  AMTSWEG_LINK_CHECK_HOURS: z
    .string()
    .regex(/^(?:[01]?\d|2[0-3])-(?:[01]?\d|2[0-4])$/, 'must be two full hours such as 22-6')
    .optional()
    .describe('Only at these hours in Germany, such as `22-6`'),
  AMTSWEG_CONTACT_URL: webAddress
    .optional()
    .describe('Page where those who run the asked servers reach you; sent as User-Agent'),
  AMTSWEG_OUTGOING_ALLOW: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .pipe(z.array(z.string().regex(pair, 'must be pairs such as 127.0.0.1:8080,[::1]:8080')))
    .optional()
    .describe('**Dangerous**: internal `address:port` pairs that may be asked, such as `10.0.0.5:80`'),
}

/** How and whether this server looks at the links in its texts. */
export interface LinkSettings extends LinkCheckSettings {
  readonly on: boolean
  /** Only at these hours in Germany; left out, at any time. */
  readonly hours: Hours | undefined
  /** Where those who run the asked servers can complain. */
  readonly contactUrl: string | undefined
  /** Names under which this server itself is reached: never asked. */
  readonly ownHosts: readonly string[]
  /** Dangerous: internal `address:port` pairs that may be asked. */
  readonly allow: readonly string[]
}

/** What the variables mean together. */
export function linkSettings(
  values: z.infer<z.ZodObject<typeof linkVariables>>,
  publicUrl: string | undefined,
): LinkSettings {
  const [from, to] = values.AMTSWEG_LINK_CHECK_HOURS?.split('-').map(Number) ?? []
  return {
    on: values.AMTSWEG_LINK_CHECK === 'on',
    days: values.AMTSWEG_LINK_CHECK_DAYS,
    hostSeconds: values.AMTSWEG_LINK_CHECK_HOST_SECONDS,
    perMinute: values.AMTSWEG_LINK_CHECK_PER_MINUTE,
    hours: from === undefined || to === undefined ? undefined : { from, to },
    contactUrl: values.AMTSWEG_CONTACT_URL,
    ownHosts: publicUrl && URL.canParse(publicUrl) ? [new URL(publicUrl).hostname] : [],
    allow: values.AMTSWEG_OUTGOING_ALLOW ?? [],
  }
}
