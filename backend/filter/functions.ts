import { distance } from '../geometry/distance.ts'
import { withoutAccents } from './folding.ts'
import type { Moment } from './instant.ts'

export type ValueType = 'text' | 'number' | 'boolean' | 'instant'

/** A function that filters may call, besides those of the standard; unknown (NULL) where an argument is, or the result is no number. */
export interface FilterFunction {
  readonly name: string
  readonly takes: readonly (ValueType | 'geometry')[]
  readonly gives: ValueType
  /** One sentence for who writes filters. */
  readonly description: string
  readonly of: (...values: never[]) => string | number | boolean
}

const part = (name: string, description: string, of: (date: Date) => number): FilterFunction => ({
  ...{ name, description, takes: ['instant'], gives: 'number' },
  of: ({ time }: Moment) => of(new Date(time)),
})

const rounding = (name: string, description: string, of: (value: number) => number): FilterFunction => ({
  ...{ name, description, takes: ['number'], gives: 'number', of },
})

/** The functions by their names in small letters. */
export const filterFunctions: ReadonlyMap<string, FilterFunction> = new Map(
  [
    {
      ...({ name: 'length', takes: ['text'], gives: 'number' } as const),
      description: 'The number of characters of a text.',
      of: (text: string) => Array.from(text).length,
    },
    {
      ...({ name: 'contains', takes: ['text', 'text'], gives: 'boolean' } as const),
      description: 'Whether a text contains another, whatever their case and accents.',
      of: (text: string, part: string) => folded(text).includes(folded(part)),
    },
    {
      ...({ name: 'distance', takes: ['geometry', 'geometry'], gives: 'number' } as const),
      description: 'Metres over ground between two geometries; 0 where they meet.',
      of: distance,
    },
    rounding('abs', 'A number without its sign.', Math.abs),
    rounding('round', 'The nearest whole number.', Math.round),
    rounding('floor', 'The next whole number below.', Math.floor),
    rounding('ceiling', 'The next whole number above.', Math.ceil),
    part('year', 'The year of a date or time.', (date) => date.getUTCFullYear()),
    part('month', 'The month of a date or time, from 1.', (date) => date.getUTCMonth() + 1),
    part('day', 'The day of the month of a date or time.', (date) => date.getUTCDate()),
  ].map((one) => [one.name, one]),
)

const folded = (text: string): string => withoutAccents(text).toLowerCase()
