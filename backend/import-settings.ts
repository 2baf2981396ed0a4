import { z } from 'zod'

/** The variables of imports that the server does by itself. */
export const importVariables = {
  AMTSWEG_SCHEDULED_IMPORTS: z
    .enum(['on', 'off'], 'must be on or off')
    .default('on')
    .describe('`off`: this process does none of the imports that `amtsweg schedule` knows'),
  AMTSWEG_DOWNLOAD_MAX_MB: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be 1 or more')
    .max(2_048, 'must be at most 2048')
    .default(1_024)
    .describe('Megabytes of a file that a scheduled import fetches'),
  AMTSWEG_UPLOAD_MAX_MB: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be 1 or more')
    .max(2_048, 'must be at most 2048')
    .default(200)
    .describe('Megabytes of a file that an authority sends to be imported, as it is sent'),
  AMTSWEG_UPLOADS_MAX_MB: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be 1 or more')
    .max(1_000_000, 'must be at most 1000000')
    .default(2_000)
    .describe(
      'Megabytes of all files together that authorities have sent and that still lie here; those of one may be half',
    ),
}

/** How and whether this process imports by itself. */
export interface ImportSettings {
  readonly on: boolean
  /** Bytes of a file at most that is fetched, and of one that is sent. */
  readonly maxBytes: number
  readonly maxUploadBytes: number
  /** Bytes of all that were sent and still lie here. */
  readonly maxHeldBytes: number
}

/** What the variables mean together. */
export const importSettings = (values: z.infer<z.ZodObject<typeof importVariables>>): ImportSettings => ({
  on: values.AMTSWEG_SCHEDULED_IMPORTS === 'on',
  maxBytes: values.AMTSWEG_DOWNLOAD_MAX_MB * 1024 ** 2,
  maxUploadBytes: values.AMTSWEG_UPLOAD_MAX_MB * 1024 ** 2,
  maxHeldBytes: values.AMTSWEG_UPLOADS_MAX_MB * 1024 ** 2,
})
