import { spawnSync } from 'node:child_process'
import { describe, test } from 'vitest'

const runs = (program: string) => spawnSync(program, ['--version']).status === 0
/** PHP of the command line. */
export const hasPhp = (): boolean => runs('php')

/** Tests that need PHP, or more of Debian's: left out where it is missing, unless AMTSWEG_REQUIRE_PHP=1 makes that a failure. */
export function describeOptional(name: string, there: boolean, packages: string, tests: () => void): void {
  if (there) return void describe(name, tests)
  const words = `${name} (left out: apt-get install ${packages})`
  // A contributor's machine need not have PHP, and its run names what would be needed; CI sets the variable.
  if (process.env['AMTSWEG_REQUIRE_PHP'] !== '1') return void describe.skip(words, tests)
  test(words, () => {
    throw new Error(`AMTSWEG_REQUIRE_PHP=1, but something is missing: apt-get install ${packages}`)
  })
}
