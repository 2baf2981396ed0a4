import { hash } from 'node:crypto'
import { attributeOf, textOf, type XzufiElement } from './xzufi-element.ts'

/** An identifier of XZuFi: a value means something only within its agency and scheme. */
export interface XzufiIdentifier {
  readonly schemeAgencyId: string
  readonly schemeId: string
  readonly value: string
}

/** Longest value we take; longer ones are no identifiers. */
const longestValue = 300

/** The identifier an element holds; undefined where it is empty or too long. */
export function identifierOf(element: XzufiElement | undefined): XzufiIdentifier | undefined {
  const value = textOf(element)?.trim()
  if (!value || value.length > longestValue) return undefined
  return {
    schemeAgencyId: attributeOf(element, 'schemeAgencyID')?.trim() ?? '',
    schemeId: attributeOf(element, 'schemeID')?.trim() ?? '',
    value,
  }
}

/** Why an element holds no identifier that we take, to be said behind "The <kind> "; undefined where it holds one. */
export function identifierFault(element: XzufiElement | undefined): string | undefined {
  const length = textOf(element)?.trim().length ?? 0
  if (length === 0) return 'has no identifier'
  return length > longestValue
    ? `has an identifier of ${length} characters; at most ${longestValue} are taken`
    : undefined
}

/**
 * Our id of what an identifier names, the same at every import: `xz_<agency>_<value>`, with a short hash of the scheme where
 * there is one. Parts that do not fit into an address of ours are hashed as a whole.
 */
export function idOf({ schemeAgencyId, schemeId, value }: XzufiIdentifier): string {
  const agency = /^[A-Za-z0-9.-]{0,40}$/.test(schemeAgencyId) ? schemeAgencyId : `:${digest(schemeAgencyId)}`
  const scheme = schemeId ? `:${digest(schemeId)}` : ''
  const own = /^[A-Za-z0-9._-]{1,60}$/.test(value) ? value : `:${digest(value)}`
  return `xz_${agency}${scheme}_${own}`
}

/** Long enough that two of a million differ, short enough for an address. */
const digest = (text: string): string => hash('sha1', text, 'base64url').slice(0, 12)
