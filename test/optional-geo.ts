import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { describe, test } from 'vitest'

const runs = (program: string, ...options: readonly string[]) =>
  spawnSync(program, options, { stdio: 'ignore' }).status === 0

/** Real clients and servers of geodata: whether they are there, and Debian's packages that bring them. */
const programs = {
  gdal: { isThere: () => runs('ogr2ogr', '--version'), packages: 'gdal-bin python3-gdal' },
  proj: { isThere: () => runs('cs2cs', '-lp'), packages: 'proj-bin' },
  owslib: { isThere: () => runs('/usr/bin/python3', '-c', 'import owslib'), packages: 'python3-owslib' },
  mapserver: { isThere: () => runs('mapserv', '-v'), packages: 'cgi-mapserver mapserver-bin' },
  postgis: {
    isThere: () => existsSync('/usr/share/postgresql/15/extension/postgis.control'),
    packages: 'postgresql-15-postgis-3',
  },
} as const

type GeoProgram = keyof typeof programs

/** Those of some programs that are not installed, by their packages. */
export const missingGeo = (needed: readonly GeoProgram[]): readonly string[] =>
  needed.filter((program) => !programs[program].isThere()).map((program) => programs[program].packages)

/** Tests with real clients or servers of geodata: left out where one is missing, unless AMTSWEG_REQUIRE_GEO_CLIENTS=1 makes that a failure. */
export function describeGeo(name: string, needed: readonly GeoProgram[], tests: () => void): void {
  const missing = missingGeo(needed)
  if (missing.length === 0) return void describe(name, tests)
  const install = `apt-get install ${missing.join(' ')}`
  const words = `${name} (left out: ${install})`
  if (process.env['AMTSWEG_REQUIRE_GEO_CLIENTS'] !== '1') return void describe.skip(words, tests)
  test(words, () => {
    throw new Error(`AMTSWEG_REQUIRE_GEO_CLIENTS=1, but something is missing: ${install}`)
  })
}
