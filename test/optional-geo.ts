import { spawnSync } from 'node:child_process'
import { describe, test } from 'vitest'

/** Real clients and servers of geodata, and Debian's packages that bring them. */
const programs = {
  mapserv: { arguments: ['-v'], packages: 'cgi-mapserver mapserver-bin' },
  ogr2ogr: { arguments: ['--version'], packages: 'gdal-bin' },
  cs2cs: { arguments: ['-lp'], packages: 'proj-bin' },
} as const

type GeoProgram = keyof typeof programs

/** Whether a program is installed. */
const hasGeo = (program: GeoProgram): boolean =>
  spawnSync(program, programs[program].arguments, { stdio: 'ignore' }).status === 0

/** Tests with real clients or servers of geodata: left out where one is missing, unless AMTSWEG_REQUIRE_GEO_CLIENTS=1 makes that a failure. */
export function describeGeo(name: string, needed: readonly GeoProgram[], tests: () => void): void {
  const missing = needed.filter((program) => !hasGeo(program))
  if (missing.length === 0) return void describe(name, tests)
  const packages = missing.map((program) => programs[program].packages).join(' ')
  const words = `${name} (left out: apt-get install ${packages})`
  if (process.env['AMTSWEG_REQUIRE_GEO_CLIENTS'] !== '1') return void describe.skip(words, tests)
  test(words, () => {
    throw new Error(`AMTSWEG_REQUIRE_GEO_CLIENTS=1, but something is missing: apt-get install ${packages}`)
  })
}
