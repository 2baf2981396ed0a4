import { eachPosition, type Geometry, mapPositions, type Position } from '../geometry/geometry.ts'
import { crs84, type ReferenceSystem } from '../geometry/reference-system.ts'
import { inAxisOrder, transformer } from '../geometry/transform.ts'
import { boxesGeometry, boxesOf } from './boxes.ts'
import { caught, refuse } from './fault.ts'
import type { Parsed } from './parse-text.ts'
import type { Expression } from './syntax.ts'

/** Sides of a box bend in another system; in so many straight pieces they stay within metres over a whole state. */
const pieces = 32

/** The filter with its coordinates in another system. They are taken in the order of axes that the system's register prescribes (`filter-crs`), and become x east, y north. */
export function inSystem(tree: Expression, from: ReferenceSystem, to: ReferenceSystem = crs84): Parsed {
  if (from === to) return { tree }
  const northFirst = from.axes === 'north-east'
  const transform = transformer(from, to)
  const ordered = inAxisOrder(from)
  const move = (position: Position): Position => transform(ordered(position))

  function moved(expression: Expression): Expression {
    if (expression.kind === 'shape')
      return { kind: 'shape', geometry: sound(mapPositions(expression.geometry, move)) }
    if (expression.kind === 'box') return { kind: 'shape', geometry: movedBox(expression.numbers) }
    if (expression.kind === 'list') return { ...expression, items: expression.items.map(moved) }
    if (expression.kind === 'operation' || expression.kind === 'function')
      return { ...expression, args: expression.args.map(moved) }
    return expression
  }

  function movedBox(numbers: readonly number[]): Geometry {
    const [a = NaN, b = NaN, c = NaN, d = NaN] = numbers.length === 6 ? flat(numbers) : numbers
    const boxes = boxesOf(northFirst ? [b, a, d, c] : [a, b, c, d])
    if (boxes.length > 1 && from.unit === 'metre') refuse('The west of a box cannot be more than its east.')
    return sound(mapPositions(boxesGeometry(boxes, pieces), transform))
  }

  return caught(() => ({ tree: moved(tree) }))
}

const flat = ([a, b, , c, d]: readonly number[]): (number | undefined)[] => [a, b, c, d]

function sound(geometry: Geometry): Geometry {
  eachPosition(geometry, ([x, y]) => {
    if (!Number.isFinite(x) || !Number.isFinite(y))
      refuse('A position of the filter lies outside of what its coordinate system knows.')
  })
  return geometry
}
