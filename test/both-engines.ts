import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const opener = join(root, 'backend/database/testing.ts')

/** What runs on both beyond the backend. */
const beyond = ['conformance/amtsweg', 'error-shape', 'isolation', 'isolation-persons', 'shared-texts'].map(
  (name) => `test/${name}.test.ts`,
)

/** Test files whose databases come from backend/database/testing.ts, directly or by what they import: they run on each engine. */
export const filesOnBothEngines = (): readonly string[] =>
  [
    ...globSync('backend/**/*.test.ts', { cwd: root }).filter((file) => opensDatabase(join(root, file))),
    ...beyond,
  ].sort()

function opensDatabase(file: string, seen = new Set<string>()): boolean {
  if (file === opener) return true
  if (seen.has(file) || !existsSync(file)) return false
  seen.add(file)
  return importsOf(file).some((path) => opensDatabase(path, seen))
}

/** Only what helps tests leads to a database for tests. */
function importsOf(file: string): readonly string[] {
  const imports = readFileSync(file, 'utf8').matchAll(/from '(\.[^']*testing\.ts)'/g)
  return [...imports].map(([, path = '']) => join(dirname(file), path))
}
