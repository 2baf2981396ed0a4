import type { Db } from '../database/database.ts'
import type { Remember } from '../database/memory.ts'
import { findResponsibility, type Where } from '../responsibility/index.ts'
import type { Place } from './office-section.ts'
import { pageLanguage, wordsIn } from './words.ts'

interface Parts {
  readonly db: Db
  readonly now: () => Date
  readonly remember: Remember
}

/** Where a reader is, by a key that was chosen or in words that were typed. */
export interface SaidPlace {
  readonly area?: string | undefined
  readonly place?: string | undefined
}

/** Finds who answers for a service where the reader said; what was typed is kept. */
export const findPlace =
  ({ db, now, remember }: Parts) =>
  async (service: string, { area, place }: SaidPlace, lang: string): Promise<Place> => {
    const typed = place?.trim()
    const where = whereOf(area, typed)
    if (!where) return {}
    const answer = await findResponsibility(db, service, where, { lang, now: now() }, remember)
    if (!('unknown' in answer)) return { said: typed, answer }
    const { placeUnknown } = wordsIn[pageLanguage(lang)].page
    return { said: typed, problem: answer.unknown === 'service' ? undefined : placeUnknown }
  }

function whereOf(area: string | undefined, place: string | undefined): Where | undefined {
  if (area) return { by: 'area', area }
  if (!place) return undefined
  return /^\d{5}$/.test(place) ? { by: 'address', postcode: place } : { by: 'address', place }
}
