import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Parser, Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'

const ours = readFileSync(join(import.meta.dirname, 'testing-shapes.ttl'), 'utf8')

/** Folder of the official shapes of CPSV-AP 3.2 as Turtle; they are SEMIC's and stay outside the repository. */
export const officialShapes = process.env['AMTSWEG_CPSV_SHAPES']
export const hasOfficialShapes = officialShapes !== undefined && existsSync(officialShapes)

/** A graph from Turtle. */
export const graphOf = (turtle: string): Store => new Store(new Parser().parse(turtle))

/** The official shapes, every Turtle file of the folder as one graph. */
export const readOfficialShapes = (): string =>
  readdirSync(officialShapes ?? '')
    .filter((name) => name.endsWith('.ttl'))
    .map((name) => readFileSync(join(officialShapes ?? '', name), 'utf8'))
    .join('\n')

/** What a graph does wrong by these shapes, one line each. */
export async function violations(turtle: string, shapes = ours): Promise<readonly string[]> {
  const report = await new SHACLValidator(graphOf(shapes)).validate(graphOf(turtle))
  return report.results.map(
    ({ focusNode, path, message }) =>
      `${focusNode?.value ?? ''} ${path?.value ?? ''}: ${message.map(({ value }) => value).join(' ')}`,
  )
}
