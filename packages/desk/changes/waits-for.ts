import type { DraftItem } from '@amtsweg/contract'
import type { Desk } from '../shell/desk.ts'

/** Whether a draft needs this person: to be approved of, or because what they wrote came back or could not be published. */
export function waitsFor(
  { state, authors }: DraftItem,
  { session, may }: Pick<Desk, 'session' | 'may'>,
): boolean {
  const wrote = authors.some(({ clerk }) => clerk === session.clerk.id)
  if (state === 'submitted') return !wrote && may('changes:approve')
  return state === 'conflict' || (state === 'rejected' && wrote)
}
