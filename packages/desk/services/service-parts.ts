import type { SupplementEdit } from '@amtsweg/contract'
import type { EditState } from '../shell/edit-state.ts'
import { type FieldErrors, hasErrors, refusedAt } from '../shell/fields.ts'
import { type PartsDraft, partsFieldOf } from './local-parts.ts'
import type { ModuleText, ServiceRecord } from './service-draft.ts'

/** What is written of a service, each by a request of its own. */
export type Part = 'record' | 'supplements' | 'parts' | 'withdrawal'

/** A part as it shall be; without a body it is taken back. */
export interface PartWish {
  readonly part: Part
  readonly state: EditState<unknown>
  readonly body: unknown
  readonly told: string
}

interface Sent {
  readonly part: Part
  readonly draft: ServiceRecord | undefined
  readonly items: readonly SupplementEdit[]
  readonly partsDraft: PartsDraft
}

interface Refusal {
  readonly refused: FieldErrors
  readonly tab: 'text' | 'supplements' | 'parts' | 'offer'
  /** Language in which the first of the fields is seen; undefined where it is seen in all. */
  readonly lang: string | undefined
}

const tabOf = { record: 'text', supplements: 'supplements', parts: 'parts', withdrawal: 'offer' } as const

/** The fields that the server has refused, and where they are seen; undefined where none is known. */
export function refusalOf(error: unknown, { part, draft, items, partsDraft }: Sent): Refusal | undefined {
  const langs: string[] = []
  const textField = (pointer: string) => {
    const found = textFieldOf(part === 'record' ? (draft?.modules ?? []) : items, pointer)
    if (found) langs.push(found.lang)
    return found?.id
  }
  const fields: Readonly<Record<Part, (pointer: string) => string | undefined>> = {
    record: textField,
    supplements: textField,
    parts: (pointer) => partsFieldOf(partsDraft, pointer),
    withdrawal: () => 'reason',
  }
  const refused = refusedAt(error, fields[part])
  return hasErrors(refused) ? { refused, tab: tabOf[part], lang: langs[0] } : undefined
}

function textFieldOf(texts: readonly ModuleText[], pointer: string) {
  const [, part = '', key = ''] = pointer.split('/')
  if (part === 'titles') return { id: key === 'de' ? 'title' : `title-${key}`, lang: key }
  if (part === 'keywords') return { id: `keywords-${key}`, lang: key }
  if (part === 'leistungsschluessel') return { id: 'key', lang: 'de' }
  const text = part === 'modules' || part === 'items' ? texts[Number(key)] : undefined
  return text && { id: `text-${text.code}`, lang: text.lang }
}
