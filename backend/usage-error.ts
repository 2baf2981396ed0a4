import { parseArgs, type ParseArgsConfig } from 'node:util'

/** The command line was not understood. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** Reads a command line; throws UsageError for what it does not take. */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}
