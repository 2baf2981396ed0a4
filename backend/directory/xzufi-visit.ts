import type { Accessibility, OpeningHours } from '@amtsweg/contract'
import { booleanOf, childrenOf, localNameOf, textOf, type XzufiElement } from '../import/index.ts'
import { hoursOfText } from './hours-of-text.ts'
import { plainText } from './plain-text.ts'

const weekdays = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag']
const dayForm = /\b(Mo|Di|Mi|Do|Fr|Sa|So)(?:ntag|enstag|ttwoch|nnerstag|eitag|mstag|nntag)?\b\.?/g

/** Opening hours from the words of a unit: days with their times as hours, everything else as a note. */
export function hoursIn(element: XzufiElement): OpeningHours | undefined {
  const words = textsBelow(element, /oeffnungszeit/i)
    .map(plainText)
    .filter((text) => text)
  if (words.length === 0) return undefined
  const text = words.join('\n')
  const byDay: Record<string, string> = {}
  const notes: string[] = []
  for (const line of text.split('\n')) {
    const days = daysOf(line)
    if (days && /\d/.test(line)) for (const day of days.names) byDay[day] = joined(byDay[day], days.rest)
    else notes.push(line)
  }
  const note = notes.join('; ') || undefined
  return hoursOfText(byDay, note) ?? { spans: [], exceptions: [], note: text.replaceAll('\n', '; ') }
}

const joined = (before: string | undefined, text: string): string => (before ? `${before} und ${text}` : text)

/** The days a line begins with, "Mo. - Do.:" or "Montag und Mittwoch", and what follows them. */
function daysOf(line: string): { readonly names: readonly string[]; readonly rest: string } | undefined {
  const start = /^(?:(?:Mo|Di|Mi|Do|Fr|Sa|So)[a-z]*\.?[\s,:;/–-]*(?:und\s+|bis\s+)?)+/.exec(line)?.[0]
  if (!start) return undefined
  const found = [...start.matchAll(dayForm)].map(([, short = '']) =>
    weekdays.findIndex((day) => day.startsWith(short)),
  )
  const [from = 0, to] = found
  const isSpan = found.length === 2 && to !== undefined && to > from && /[–-]|bis/.test(start.slice(2, -2))
  const days = isSpan ? weekdays.slice(from, to + 1) : found.map((day) => weekdays[day] ?? '')
  return { names: days, rest: line.slice(start.length) }
}

function textsBelow(element: XzufiElement, name: RegExp): readonly string[] {
  return childrenOf(element).flatMap((child) => {
    if (!name.test(localNameOf(child))) return []
    const own = textOf(child)
    return own ? [own] : leaves(child)
  })
}

const leaves = (element: XzufiElement): readonly string[] =>
  childrenOf(element).flatMap((child) => {
    const own = textOf(child)
    return own === undefined ? leaves(child) : [own]
  })

/** What a unit says of ways in for wheelchairs, lifts and parking, in itself or in its addresses. */
export function accessibilityOf(element: XzufiElement): Accessibility | undefined {
  const places = [element, ...childrenOf(element).filter((child) => /^anschrift$/i.test(localNameOf(child)))]
  const flag = (name: string) =>
    places.map((place) => booleanOf(place, name)).find((value) => value !== undefined)
  const stepFree = flag('kennzeichenRollstuhlgerecht')
  const lift = flag('kennzeichenAufzug')
  if (stepFree === undefined && lift === undefined) return undefined
  return { stepFree: answer(stepFree), lift: answer(lift) }
}

const answer = (value: boolean | undefined): 'yes' | 'no' | 'unknown' => {
  if (value === undefined) return 'unknown'
  return value ? 'yes' : 'no'
}
