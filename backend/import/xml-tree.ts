import type { SaxesTagNS } from 'saxes'
import { ImportError } from './profile.ts'
import type { XmlLimits } from './xml-limits.ts'
import { createXmlParser } from './xml-parser.ts'

/** The start of an element: all of the root that is there before its records. */
export interface XmlStart {
  /** Without prefix. */
  readonly name: string
  /** Empty where it is in none. */
  readonly namespace: string
  /** By name; those in a namespace as `{namespace}name`, those of XML itself as `xml:lang`. Without prototype. */
  readonly attributes: Readonly<Record<string, string>>
  /** Namespaces it declares, by prefix ('' is the default): values such as those of xsi:type need them. */
  readonly declares?: Readonly<Record<string, string>>
  /** Where its start tag ends, from 1. */
  readonly line: number
}

/** One element with all it holds. Comments and instructions are left out, CDATA is text, entities are resolved. */
export interface XmlElement extends XmlStart {
  /** Its own text, white space included; empty where only white space lies between its elements. */
  readonly text: string
  readonly children: readonly XmlElement[]
  /** Text and elements in their order, only where text stands beside elements. */
  readonly mixed?: readonly (string | XmlElement)[]
}

/** Where an element stands, for the choice of records. */
export interface XmlPlace {
  readonly name: string
  readonly namespace: string
  /** 0 is the root. */
  readonly depth: number
}

interface Open {
  readonly start: XmlStart
  readonly parts: (string | XmlElement)[]
  textLength: number
  elements: number
  /** Some of the text is more than the layout between elements. */
  significant: boolean
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'
const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/'
const nothing: Readonly<Record<string, string>> = Object.freeze(Object.create(null) as Record<string, string>)
const childless: readonly XmlElement[] = Object.freeze([])

/** Builds the trees of records from pieces of XML text; `take` hands out those that are complete. Throws ImportError. */
export interface XmlTrees {
  readonly write: (piece: string) => void
  readonly end: () => void
  readonly root: () => XmlStart | undefined
  readonly take: () => readonly XmlElement[]
}

export function createXmlTrees(limits: XmlLimits, isRecord: (place: XmlPlace) => boolean): XmlTrees {
  const parser = createXmlParser()
  let root: XmlStart | undefined
  let depth = 0
  let attributes = 0
  /** Open elements of the record at hand, outermost first. */
  const open: Open[] = []
  let recordStart = 0
  let recordElements = 0
  let records: XmlElement[] = []
  /** Position of the parser after what it read last as a whole. */
  let settled = 0

  const refuse = (reason: string): never => {
    throw new ImportError(`Line ${parser.line}: ${reason}`, { line: parser.line })
  }
  const tooMuch = (what: string, limit: number) =>
    refuse(`${what} (the limit is ${limit}). No sound message looks like this: have it exported anew.`)
  const settle = () => {
    settled = parser.position
    if (open.length > 0 && settled - recordStart > limits.recordLength)
      tooMuch('a record has too many characters', limits.recordLength)
  }

  parser.on('error', ({ message }) =>
    refuse(
      `the XML is not well-formed (${message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')}): have it exported anew.`,
    ),
  )
  parser.on('doctype', () =>
    refuse(
      'the XML declares a document type (DOCTYPE), which could pull in other files and is never read here: have it exported without.',
    ),
  )
  parser.on('opentagstart', ({ name }) => {
    settle()
    checkPrologue()
    attributes = 0
    depth += 1
    if (depth > limits.depth) tooMuch('too many elements stand inside one another', limits.depth)
    checkName(name)
  })
  parser.on('attribute', ({ name, value }) => {
    settle()
    attributes += 1
    if (attributes > limits.attributesPerElement)
      tooMuch('an element has too many attributes', limits.attributesPerElement)
    checkName(name)
    if (value.length > limits.attributeLength) tooMuch('an attribute is too long', limits.attributeLength)
  })
  parser.on('opentag', (tag) => {
    settle()
    root ??= startOf(tag, parser.line, attributes > 0)
    if (open.length === 0) {
      if (!isRecord({ name: tag.local, namespace: tag.uri, depth: depth - 1 })) return
      recordStart = settled
      recordElements = 0
    }
    recordElements += 1
    if (recordElements > limits.elementsPerRecord)
      tooMuch('a record has too many elements', limits.elementsPerRecord)
    const start = startOf(tag, parser.line, attributes > 0)
    open.push({ start, parts: [], textLength: 0, elements: 0, significant: false })
  })
  parser.on('closetag', () => {
    settle()
    depth -= 1
    const done = open.pop()
    if (!done) return
    const element = elementOf(done)
    const parent = open.at(-1)
    if (!parent) return void records.push(element)
    parent.parts.push(element)
    parent.elements += 1
  })
  parser.on('text', (text) => addText(text, false))
  parser.on('cdata', (text) => addText(text, true))
  parser.on('comment', settle)
  parser.on('processinginstruction', settle)

  function addText(text: string, meant: boolean) {
    settle()
    const element = open.at(-1)
    if (!element || text === '') return
    element.textLength += text.length
    if (element.textLength > limits.textLength) tooMuch('a text is too long', limits.textLength)
    element.parts.push(owned(text))
    element.significant ||= meant || /[^ \t\r\n]/.test(text)
  }
  function checkPrologue() {
    if (!root && parser.position > limits.prologueLength)
      tooMuch('too much stands before the first element', limits.prologueLength)
  }
  function checkName(name: string) {
    if (name.length > limits.nameLength) tooMuch('a name is too long', limits.nameLength)
  }

  return {
    write: (piece) => {
      parser.write(piece)
      checkPrologue()
      if (parser.position - settled > limits.textLength)
        tooMuch('a text, tag or comment does not end', limits.textLength)
    },
    end: () => {
      if (root && depth > 0)
        refuse('the XML ends before its last element does, as if it were cut off: have it exported anew.')
      parser.close()
    },
    root: () => root,
    take: () => {
      const taken = records
      records = []
      return taken
    },
  }
}

function startOf(tag: SaxesTagNS, line: number, hasAttributes: boolean): XmlStart {
  const name = owned(tag.local)
  if (!hasAttributes) return { name, namespace: tag.uri, attributes: nothing, line }
  const attributes = Object.create(null) as Record<string, string>
  let declares: Record<string, string> | undefined
  for (const key in tag.attributes) {
    const attribute = tag.attributes[key]
    if (!attribute) break
    const { prefix, local, uri, value } = attribute
    if (uri === xmlnsNamespace) {
      declares ??= Object.create(null) as Record<string, string>
      declares[prefix ? local : ''] = owned(value)
    } else attributes[owned(prefix === '' ? local : qualified(uri, local))] = owned(value)
  }
  return { name, namespace: tag.uri, attributes, ...(declares ? { declares } : {}), line }
}

const qualified = (uri: string, local: string) => (uri === xmlNamespace ? `xml:${local}` : `{${uri}}${local}`)

function elementOf({ start, parts, elements, significant }: Open): XmlElement {
  if (elements === 0) return element(start, parts.join(''), childless)
  const children = parts.filter((part) => typeof part !== 'string')
  if (!significant) return element(start, '', children)
  const text = parts.filter((part) => typeof part === 'string').join('')
  return { ...element(start, text, children), mixed: parts }
}

const element = (start: XmlStart, text: string, children: readonly XmlElement[]): XmlElement => {
  const { name, namespace, attributes, declares, line } = start
  return declares
    ? { name, namespace, attributes, declares, text, children, line }
    : { name, namespace, attributes, text, children, line }
}

/** A copy: what V8 cuts from a large text keeps the whole of it in memory for as long as the part lives. */
const owned = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1))
