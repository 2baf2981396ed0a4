import { ImportError } from './profile.ts'
import { type XmlElement, xmlRecords, type XmlStart } from './xml.ts'
import { childrenOf, first, localNameOf, textOf, valueOf, type XzufiElement } from './xzufi-element.ts'
import { messagesOf, xzufiKinds, type XzufiMessage } from './xzufi-message.ts'

/** Versions of XZuFi that are read and written. */
export const xzufiVersions = ['2.2', '2.3.1'] as const
export type XzufiVersion = (typeof xzufiVersions)[number]

/** Who sends a file, and when it was made. */
export interface XzufiHeader {
  readonly sender?: string | undefined
  /** As the sender writes it, RFC 3339 as a rule. */
  readonly createdAt?: string | undefined
}

export interface XzufiFile {
  readonly version: XzufiVersion
  /** The nachrichtenkopf, or one object after the other. */
  readonly records: AsyncIterable<{ readonly header: XzufiHeader } | { readonly message: XzufiMessage }>
  /** Names of elements beside the messages that we do not know; complete once the records are read. */
  readonly unknown: ReadonlyMap<string, number>
}

const schemaInstance = '{http://www.w3.org/2001/XMLSchema-instance}'
const objects: ReadonlySet<string> = new Set([
  ...xzufiKinds,
  'zustaendigkeittransferobjekt',
  'leistungspezialisierung',
])
const envelope: ReadonlySet<string> = new Set(['nachrichtenkopf', 'schreibe', 'loesche'])
/** Elements around the messages that say nothing about objects. */
const known: ReadonlySet<string> = new Set(['transaktionid', 'transaktionposition', 'antwort'])

/** Reads an XZuFi file of any length, one object at a time. Throws ImportError for any other XML. */
export async function readXzufi(chunks: AsyncIterable<Uint8Array>): Promise<XzufiFile> {
  const unknown = new Map<string, number>()
  const isRecord = ({ name, depth }: { readonly name: string; readonly depth: number }) => {
    const lower = name.toLowerCase()
    if (envelope.has(lower) || objects.has(lower)) return true
    if (depth === 1 && !known.has(lower)) unknown.set(name, (unknown.get(name) ?? 0) + 1)
    return false
  }
  const { root, records } = await xmlRecords(chunks, { isRecord })
  return { version: versionOf(root), records: messages(root, records), unknown }
}

async function* messages(root: XmlStart, records: AsyncIterable<XmlElement>) {
  const prefixes = root.declares ?? {}
  for await (const record of records) {
    const element = elementOf(record, prefixes)
    if (record.name === 'nachrichtenkopf') yield { header: headerOf(element) }
    else for (const message of messagesOf(element, record.line)) yield { message }
  }
}

const headerOf = (element: XzufiElement): XzufiHeader => ({
  sender: valueOf(element, 'sender') ?? nameIn(first(element, 'sender')),
  createdAt: valueOf(element, 'erstelltDatumZeit'),
})

/** Some senders give themselves as an object with a name. */
const nameIn = (element: XzufiElement | undefined): string | undefined =>
  childrenOf(element)
    .filter((child) => /name|bezeichnung/i.test(localNameOf(child)))
    .map((child) => textOf(child)?.trim())
    .find((text) => text)

function versionOf({ name, namespace, attributes }: XmlStart): XzufiVersion {
  if (!isXzufi(namespace))
    throw new ImportError(
      `This is no XZuFi file: its root <${name.slice(0, 60)}> is in the namespace ${JSON.stringify(namespace.slice(0, 100))}, not in one of XZuFi such as http://xoev.de/schemata/xzufi/2_2_0.`,
    )
  const stated =
    /(\d+)[._](\d+)(?:[._]\d+)?\/?$/.exec(namespace) ?? /^(\d+)\.(\d+)/.exec(attributes['xzufiVersion'] ?? '')
  const version = stated ? `${stated[1]}.${stated[2]}` : undefined
  if (version === '2.2') return '2.2'
  if (version === '2.3') return '2.3.1'
  throw new ImportError(
    `The file is written in XZuFi ${version ?? 'of an unknown version'}; 2.2 and 2.3.1 are read. Have it exported in one of these.`,
  )
}

const isXzufi = (namespace: string): boolean => /\bxzufi\b|xzufi_/i.test(namespace)

function elementOf(xml: XmlElement, around: Readonly<Record<string, string>>): XzufiElement {
  const prefixes = xml.declares ? { ...around, ...xml.declares } : around
  const name = nameOf(xml)
  const content = contentOf(xml, prefixes)
  const attributes = attributesOf(xml, prefixes)
  return attributes ? [name, content, attributes] : [name, content]
}

function nameOf({ name, namespace }: XmlElement): string {
  if (namespace === '') return `|${name}`
  return isXzufi(namespace) ? name : `{${namespace}}${name}`
}

function contentOf(xml: XmlElement, prefixes: Readonly<Record<string, string>>): XzufiElement[1] {
  if (xml.mixed)
    return xml.mixed.map((part) => (typeof part === 'string' ? ['#text', part] : elementOf(part, prefixes)))
  return xml.children.length > 0 ? xml.children.map((child) => elementOf(child, prefixes)) : xml.text
}

function attributesOf(
  { attributes }: XmlElement,
  prefixes: Readonly<Record<string, string>>,
): XzufiElement[2] {
  const names = Object.keys(attributes)
  if (names.length === 0) return undefined
  return Object.fromEntries(
    names.map((name) => {
      const value = attributes[name] ?? ''
      if (name === `${schemaInstance}type`) return ['xsi:type', typeOf(value, prefixes)]
      return [name.startsWith(schemaInstance) ? `xsi:${name.slice(schemaInstance.length)}` : name, value]
    }),
  )
}

/** The prefix of a type is the sender's choice; ours is always `xzufi`. */
function typeOf(value: string, prefixes: Readonly<Record<string, string>>): string {
  const colon = value.indexOf(':')
  const namespace = prefixes[colon < 0 ? '' : value.slice(0, colon).trim()]
  return namespace && isXzufi(namespace) ? `xzufi:${value.slice(colon + 1).trim()}` : value
}
