/** Bytes of one node: a box of four numbers and an offset. */
export const nodeBytes = 40

/** How many nodes each level of the index has, leaves first (FlatGeobuf's packed Hilbert R-tree). */
export function levelsOf(count: number, nodeSize: number): number[] {
  const levels = [count]
  for (let nodes = count; nodes > 1;) {
    nodes = Math.ceil(nodes / nodeSize)
    levels.push(nodes)
  }
  return levels
}

export const treeBytes = (count: number, nodeSize: number): number =>
  levelsOf(count, nodeSize).reduce((sum, nodes) => sum + nodes, 0) * nodeBytes
