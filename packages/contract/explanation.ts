import { z } from 'zod'

/** How a word somebody typed was found in a description, from the closest way to the last resort. */
export const Closeness = z.enum([
  'word',
  'parts',
  'joined',
  'synonym',
  'beginning',
  'spelling',
  'sound',
  'likeness',
])
export type Closeness = z.infer<typeof Closeness>

/**
 * Why a hit ranks where it does: total = words x coverage^0.9 x (1 + title + likeness) x (1 + all other boosts), less for a bare title
 * (`bare`).
 */
export const SearchExplanation = z
  .object({
    total: z.number(),
    words: z.number().meta({ description: 'How strongly the words looked for stand in it' }),
    coverage: z.number().meta({ description: 'Share of what was looked for, by how telling it is, 0 to 1' }),
    concepts: z.array(
      z.object({
        typed: z.string(),
        meant: z.string().meta({ description: 'The same with slips put right' }),
        found: Closeness.optional().meta({ description: 'Absent = not found in this description' }),
        terms: z.array(z.string()).meta({ description: 'Stems that count as this word' }),
        weight: z.number(),
      }),
    ),
    boosts: z.record(z.string(), z.number()).meta({
      description: 'named, exact, beginning, title, likeness, popularity, situation; bare takes away',
    }),
  })
  .meta({ id: 'SearchExplanation' })
export type SearchExplanation = z.infer<typeof SearchExplanation>
