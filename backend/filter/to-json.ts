import type { Bound, Expression } from './syntax.ts'

/** Writes a filter in CQL2 JSON, as a value to be made JSON of; reading it gives the same tree. */
export function toJson(tree: Expression): unknown {
  switch (tree.kind) {
    case 'literal':
      return tree.value
    case 'instant':
      return { [tree.unit]: tree.value }
    case 'interval':
      return { interval: [boundJson(tree.from), boundJson(tree.to)] }
    case 'shape':
      return tree.geometry
    case 'box':
      return { bbox: tree.numbers }
    case 'property':
      return { property: tree.name }
    case 'list':
      return tree.items.map(toJson)
    case 'function':
      return { op: tree.name, args: tree.args.map(toJson) }
    case 'operation':
      return { op: tree.op, args: tree.args.map(toJson) }
  }
}

function boundJson(bound: Bound): unknown {
  if (bound === '..') return bound
  return bound.kind === 'instant' ? bound.value : toJson(bound)
}
