import { z } from 'zod'
import { type ProblemCode, problems } from '@amtsweg/contract'

const ProblemSchema = z
  .object({
    type: z.string(),
    code: z.string(),
    status: z.number().int(),
    title: z.string(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    requestId: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' })

/** The answers of a route for its OpenAPI entry: the good one, and every problem it can raise. */
export const responses = <Schema extends z.ZodType, Type extends string = 'application/json'>(
  schema: Schema,
  description: string,
  codes: readonly ProblemCode[],
  type: Type = 'application/json' as Type,
) => {
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of codes) {
    const { status } = problems[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  const failures = Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      {
        description: list.map((code) => `${code}: ${problems[code].title}`).join('; '),
        content: { 'application/problem+json': { schema: ProblemSchema } },
      },
    ]),
  )
  const content = { [type]: { schema } } as { readonly [T in Type]: { readonly schema: Schema } }
  return { 200: { description, content }, ...failures }
}

/** The same for a route that takes something and has nothing to say about it. */
export const accepted = (description: string, codes: readonly ProblemCode[]) => {
  const { 200: _, ...failures } = responses(z.null(), description, codes)
  return { 204: { description }, ...failures }
}
