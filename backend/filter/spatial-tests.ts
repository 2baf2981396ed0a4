import { isMixed, type Relate, type Relation } from '../geometry/relate.ts'
import { refuse } from './fault.ts'
import { both, type Test } from './logic.ts'
import type { Expression, Spatial } from './syntax.ts'
import type { Values } from './values.ts'

export function spatialTest(
  values: Values,
  relate: Relate,
  op: Spatial,
  left: Expression,
  right: Expression,
): Test {
  const relation = op.slice(2) as Relation
  for (const operand of [left, right])
    if (op !== 's_intersects' && op !== 's_disjoint' && operand.kind === 'shape' && isMixed(operand.geometry))
      refuse(`${op.toUpperCase()} takes no collection that mixes points, lines and polygons.`)
  return both(values.geometry(left), values.geometry(right), (a, b) => relate(relation, a, b) ?? null)
}
