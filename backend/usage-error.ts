import { parseArgs, type ParseArgsConfig } from 'node:util'

/** The command line was not understood. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** How many words a command takes besides its options, and what it is called. */
interface Taken {
  readonly command: string
  readonly words: number
}

/** Reads a command line; throws UsageError for what it does not take, so that nothing said is silently left out. */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
  { command, words }: Taken,
) {
  const read = () => {
    try {
      return parseArgs({ args: [...args], allowPositionals: true, options })
    } catch (cause) {
      const { code, message } = cause as { code?: string; message: string }
      // What Node says here speaks of how a word could begin with a hyphen.
      const [, option] = (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && /'([^']*)'/.exec(message)) || []
      throw new UsageError(option ? notTaken(command, option) : message, { cause })
    }
  }
  const { values, positionals } = read()
  const beyond = positionals[words]
  if (beyond !== undefined) throw new UsageError(notTaken(command, `"${beyond.slice(0, 200)}"`))
  return { values, positionals }
}

/**
 * Throws UsageError for an option that is given and empty: a variable of a script that is not set. Whoever writes --key "$KEY" does not
 * mean "without".
 */
export function demandFilled(values: Readonly<Record<string, unknown>>): void {
  const empty = Object.entries(values).find(([, value]) => value === '')
  if (empty) throw new UsageError(`--${empty[0]} is empty: say what is meant, or leave it out.`)
}

const notTaken = (command: string, what: string): string =>
  `amtsweg ${command} takes no ${what}: leave it out. What it takes stands below.`
