import type { Doer } from '@amtsweg/contract'
import type { Desk } from '../shell/desk.ts'
import { words } from './words.ts'

interface Subject {
  readonly subject: string
  readonly name?: string | null
}

/** Who did something, as this person would say it. Names of colleagues stay with the administration. */
export function whoIs({ session }: Desk, { clerk, token }: Doer): string {
  if (clerk !== null) return clerk === session.clerk.id ? words.you : words.colleague
  return token === null ? words.nobody : words.program
}

/** What a change is about, in words: the kind and its name, or what it is called in its address where no name is known. */
export function subjectWords({ subject, name = null }: Subject): string {
  const { first, id, kind } = partsOf(subject)
  const known = kind === 'record' ? { units: 'unit', services: 'service', people: 'people' }[first] : kind
  const told = words.kinds[known ?? kind] ?? kind
  // The id of a person is made so that it tells nothing.
  if (name === null && first === 'people') return told
  return `${told}: ${name ?? decodeURIComponent(id)}`
}

/** Collections have their id one step deeper than all else. */
function partsOf(subject: string) {
  const [, first = '', ...rest] = subject.split('/')
  const [id = '', kind = ''] = first === 'geodata' ? [rest[1], first] : rest
  return { first, id, kind }
}

/** The page of the desk where something is edited; undefined where there is none. */
export function pageOf(subject: string): string | undefined {
  const { first, id, kind } = partsOf(subject)
  if (first === 'areas' && kind === 'life-situations') return '/desk/life-situations'
  if (first === 'services' && kind === 'keywords') return `/desk/keywords?service=${id}`
  if (['units', 'services', 'people', 'geodata'].includes(first)) return `/desk/${first}/${id}`
  return undefined
}
