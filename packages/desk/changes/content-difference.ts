import { audiences, licences, themes } from './geodata-labels.ts'
import { words } from './words.ts'

/** One part of a content that two versions say differently, as somebody reads it. */
export interface FieldDifference {
  readonly id: string
  readonly label: string
  readonly before: string
  readonly after: string
}

/** What two versions of something say differently, part by part, in the order of the newer one; null = nothing. */
export function contentDifference(before: unknown, after: unknown): readonly FieldDifference[] {
  const old = fieldsOf(before)
  const now = fieldsOf(after)
  return [...new Set([...now.keys(), ...old.keys()])]
    .map((id) => ({ id, label: labelOf(id), before: old.get(id) ?? '', after: now.get(id) ?? '' }))
    .filter((field) => field.before !== field.after)
}

/** What is said of a part by its name: the parts of records stand for themselves, lists as one text with a line for each entry. */
function fieldsOf(content: unknown): ReadonlyMap<string, string> {
  if (typeof content !== 'object' || content === null) return new Map()
  return new Map(
    Object.entries(content as Readonly<Record<string, unknown>>)
      .filter(([name]) => !given.has(name))
      .flatMap(([name, value]) =>
        isRecord(value)
          ? Object.entries(value).map(([key, inner]) => [`${name}.${key}`, textOf(inner)] as const)
          : [[name, labelled(name, value)] as const],
      ),
  )
}

/** Part of the address, never of what is written. */
const given = new Set(['id', 'service'])

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands for something else, by the name of its part. */
const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  audience: audiences,
  licence: licences,
  theme: themes,
}

/** A code in words, where it is one; what is no code stays as it is. */
const labelled = (name: string, value: unknown): string => {
  const known = Object.hasOwn(labels, name) ? labels[name]! : {}
  return typeof value === 'string' && Object.hasOwn(known, value) ? known[value]! : textOf(value)
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (Array.isArray(value)) return value.map((one) => lineOf(one)).join('\n')
  if (isRecord(value)) return lineOf(value)
  return withoutTags(String(value as string | number))
}

/** A part of a content as somebody reads it. */
export const shownField = (value: unknown): string =>
  isRecord(value)
    ? Object.entries(value)
        .map(([key, inner]) => `${words.fields[key] ?? key}: ${textOf(inner)}`)
        .join('\n')
    : textOf(value)

/** One entry of a list on one line. */
function lineOf(value: unknown): string {
  if (!isRecord(value)) return textOf(value)
  return Object.entries(value)
    .map(([key, inner]) => (key === 'weekday' ? (words.weekdays[Number(inner) - 1] ?? '') : textOf(inner)))
    .filter(Boolean)
    .join(' · ')
}

/** Texts are HTML; what is compared is what is read. */
const withoutTags = (text: string) =>
  text
    .replace(/<\/(?:p|li|h\d|ul|ol|tr)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
    .trim()
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

const labelOf = (id: string): string => {
  const [name = '', key] = id.split('.')
  const label = words.fields[name] ?? name
  return key === undefined ? label : `${label} (${words.fields[key] ?? key})`
}
