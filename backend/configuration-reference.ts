import { type z } from 'zod'
import { Environment } from './configuration.ts'

/** One variable as a person reads about it. */
export interface Setting {
  readonly name: string
  /** What holds where it is not set; undefined where nothing does. */
  readonly standard: string | undefined
  readonly meaning: string
}

/** Every variable the program reads, from the schema that reads it. */
export const settings = (): readonly Setting[] =>
  Object.entries(Environment.shape).map(([name, schema]) => {
    const { data } = (schema as z.ZodType).safeParse(undefined)
    return {
      name,
      standard: data === undefined ? undefined : String(data),
      meaning: schema.description ?? '',
    }
  })

const before = `# Configuration

<!-- Made by \`npm run --silent amtsweg -- configuration > docs/guides/configuration.md\`: change the descriptions in backend/, not here. -->

Every setting is an environment variable. All have a default that works; an empty one counts as not set. A wrong value, or an
\`AMTSWEG_\` variable that does not exist, stops the start with a sentence that names it.

`

/** docs/guides/configuration.md, laid out as the formatter would. */
export function configurationReference(): string {
  const rows = settings().map(({ name, standard, meaning }) => [
    `\`${name}\``,
    standard === undefined ? '-' : `\`${standard}\``,
    meaning,
  ])
  return `${before}${table([['Variable', 'Default', 'Meaning'], ...rows])}\n`
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const [head = [], ...rest] = rows
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n')
}
