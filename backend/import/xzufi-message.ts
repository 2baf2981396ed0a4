import { attributeOf, childrenOf, first, localNameOf, textOf, type XzufiElement } from './xzufi-element.ts'
import { identifierFault, identifierOf, type XzufiIdentifier } from './xzufi-identifier.ts'

/** The objects we understand. Any other is kept under its own name and goes out again as it came. */
export const xzufiKinds = [
  'leistung',
  'organisationseinheit',
  'spezialisierung',
  'onlinedienst',
  'formular',
  'zustaendigkeit',
] as const

/** One object that a file writes or deletes; without an identifier it can be neither. */
export interface XzufiMessage {
  /** Line of the file, from 1. */
  readonly line: number
  readonly action: 'write' | 'delete'
  /** One of `xzufiKinds`, or the name of another object. */
  readonly kind: string
  readonly identifier: XzufiIdentifier | undefined
  /** Why it has no identifier, to be said behind "The <kind> ". */
  readonly fault?: string | undefined
  readonly element: XzufiElement
}

/** The objects of one `schreibe` or `loesche`, one or many; an object that stands alone counts as written. */
export function messagesOf(record: XzufiElement, line: number): readonly XzufiMessage[] {
  const name = localNameOf(record).toLowerCase()
  if (name === 'loesche') return deletionsOf(record, line)
  const objects = name === 'schreibe' ? childrenOf(record).filter(isElement) : [record]
  return objects.map((element) => {
    const kind = kindOf(localNameOf(element))
    return { line, action: 'write', kind, ...identified(idElementOf(kind, element)), element }
  })
}

function deletionsOf(record: XzufiElement, line: number): readonly XzufiMessage[] {
  const stated = attributeOf(record, 'klasse') ?? textOf(first(record, 'klasse')) ?? ''
  const ids = childrenOf(record).filter((child) => localNameOf(child).toLowerCase() === 'id')
  const found = ids.length > 0 ? ids : [record]
  return found.map((element) => ({
    line,
    action: 'delete',
    kind: kindOf(stated.trim()),
    ...identified(element),
    element: record,
  }))
}

/** Names differ between objects, classes of deletions and versions: `leistungSpezialisierung`, `zustaendigkeitTransferObjekt`. */
function kindOf(name: string): string {
  const lower = name.slice(name.indexOf(':') + 1).toLowerCase()
  if (lower.endsWith('spezialisierung')) return 'spezialisierung'
  if (lower.startsWith('zustaendigkeit')) return 'zustaendigkeit'
  if (lower.startsWith('onlinedienst')) return 'onlinedienst'
  return lower
}

/** An empty id of the object itself still lets that of the Zustaendigkeit inside it count. */
function idElementOf(kind: string, element: XzufiElement): XzufiElement | undefined {
  const own = first(element, 'id')
  if (kind !== 'zustaendigkeit' || identifierOf(own)) return own
  return first(first(element, 'zustaendigkeit'), 'id') ?? own
}

const identified = (element: XzufiElement | undefined): Pick<XzufiMessage, 'identifier' | 'fault'> => {
  const fault = identifierFault(element)
  return fault === undefined ? { identifier: identifierOf(element) } : { identifier: undefined, fault }
}

const isElement = ([name]: XzufiElement): boolean => name !== '#text'
