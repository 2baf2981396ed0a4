import type { ChecklistContent } from './checklist-record.ts'

/** A checklist as stored for one area or for all. */
export interface StoredChecklist {
  readonly name: string
  readonly regionKey: string | null
  readonly mode: 'replace' | 'extend' | 'off'
  readonly lifeSituation: string | null
  readonly content: ChecklistContent
  readonly position: number
  readonly updatedAt: string | null
  readonly source: { readonly id: string; readonly name: string }
}

/**
 * The checklists that hold in an area (region key; undefined = nowhere in particular), in order: what is nearer replaces,
 * extends or switches off what comes from further up.
 */
export function checklistsIn(
  stored: readonly StoredChecklist[],
  area: string | undefined,
): readonly StoredChecklist[] {
  const holding = stored
    .filter(({ regionKey }) => regionKey === null || area?.startsWith(regionKey))
    .toSorted((a, b) => (a.regionKey?.length ?? 0) - (b.regionKey?.length ?? 0))
  const shown = new Map<string, StoredChecklist>()
  for (const checklist of holding) {
    const above = shown.get(checklist.name)
    if (checklist.mode === 'replace') shown.set(checklist.name, checklist)
    if (checklist.mode === 'off') shown.delete(checklist.name)
    if (checklist.mode === 'extend' && above) shown.set(checklist.name, extended(above, checklist))
  }
  return [...shown.values()].toSorted((a, b) => a.position - b.position || (a.name < b.name ? -1 : 1))
}

/** The nearer texts count; questions and steps are added. */
function extended(above: StoredChecklist, { content, ...near }: StoredChecklist): StoredChecklist {
  const asked = Object.entries(content.asked).reduce(
    (all, [lang, patterns]) => ({ ...all, [lang]: [...(all[lang] ?? []), ...patterns] }),
    above.content.asked,
  )
  return {
    ...above,
    lifeSituation: near.lifeSituation ?? above.lifeSituation,
    updatedAt: [above.updatedAt, near.updatedAt].toSorted().at(-1) ?? null,
    content: {
      title: { ...above.content.title, ...content.title },
      intro: { ...above.content.intro, ...content.intro },
      asked,
      steps: [...above.content.steps, ...content.steps],
    },
  }
}
