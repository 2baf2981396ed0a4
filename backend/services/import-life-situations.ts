import { z } from 'zod'
import { Identifier } from '@amtsweg/contract'
import { type ImportContext, type ImportProfile, jsonRecords, syncOwned } from '../import/index.ts'
import type { Words } from './service-record.ts'
import { ownTexts } from './sources.ts'

/** A Lage as an import profile understood it. */
export interface LifeSituationRecord {
  readonly line: number
  readonly id: string
  readonly parentId: string | null
  readonly names: Words
  readonly icon?: string | undefined
  readonly position: number
}

/** Makes the life situations of a source equal to these. */
export async function writeLifeSituations(
  context: ImportContext,
  records: readonly LifeSituationRecord[],
): Promise<void> {
  const rows = records.flatMap(({ line, id, parentId, names, icon, position }) => {
    const row = {
      id,
      parent_id: parentId,
      names: JSON.stringify(names),
      icon: icon ?? null,
      position,
      source_id: context.source.id,
    }
    if (names['de']) return [{ line, row }]
    context.reject(line, 'The German name is missing', id)
    return []
  })
  await syncOwned(context, 'life_situation', rows)
}

interface Node {
  id: string
  names: Record<string, string>
  icon?: string | undefined
  position?: number | undefined
  children?: Node[] | undefined
}
const Node: z.ZodType<Node> = z.object({
  id: Identifier,
  names: z.record(z.string(), z.string()),
  icon: z.string().optional(),
  position: z.number().int().optional(),
  get children() {
    return z.array(Node).optional()
  },
})

/** Deepest tree we take. */
const deepest = 6

const flatten = (
  nodes: readonly Node[],
  line: number,
  parentId: string | null,
  depth = 1,
): LifeSituationRecord[] =>
  nodes.flatMap(({ id, names, icon, position, children = [] }, index) => [
    { line, id, parentId, names, icon, position: position ?? index + 1 },
    ...(depth < deepest ? flatten(children, line, id, depth + 1) : []),
  ])

export const lifeSituationsProfile: ImportProfile = {
  name: 'life-situations',
  summary: 'Life situations (Lagen) as a JSON tree in the format of Amtsweg',
  touches: ['services'],
  source: ownTexts,
  run: async (file, context) => {
    const nodes = jsonRecords(file.json(), Node, context)
    await writeLifeSituations(
      context,
      nodes.flatMap(({ line, value }) =>
        flatten([value], line, null).map((record) =>
          record.parentId === null && value.position === undefined ? { ...record, position: line } : record,
        ),
      ),
    )
  },
}
