import { spawnSync } from 'node:child_process'
import { describe, test } from 'vitest'

/** GDAL of the operating system: what it writes we have to read, and what we write it has to read. */
const hasGdal = (): boolean => spawnSync('ogr2ogr', ['--version']).status === 0

/** Tests that need GDAL: left out where it is missing, unless AMTSWEG_REQUIRE_GDAL=1 makes that a failure. */
export function describeWithGdal(name: string, tests: () => void): void {
  if (hasGdal()) return void describe(name, tests)
  const words = `${name} (left out: apt-get install gdal-bin python3-gdal)`
  // A contributor's machine need not have it, and its run names what would be needed; CI sets the variable.
  if (process.env['AMTSWEG_REQUIRE_GDAL'] !== '1') return void describe.skip(words, tests)
  test(words, () => {
    throw new Error('AMTSWEG_REQUIRE_GDAL=1, but GDAL is missing: apt-get install gdal-bin python3-gdal')
  })
}
