import type { XzufiElement } from './xzufi-element.ts'
import type { XzufiVersion } from './xzufi-reader.ts'

const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance'

/** The namespace of a version, by the rule that 2.1.0 and 2.2.0 follow. */
export const namespaceOf = (version: XzufiVersion): string =>
  `http://xoev.de/schemata/xzufi/${version === '2.2' ? '2_2_0' : '2_3_1'}`

/** The first bytes of a document, up to its first element. */
export function documentStart(
  root: string,
  version: XzufiVersion,
  attributes: Readonly<Record<string, string>>,
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xzufi:${root} xmlns:xzufi="${namespaceOf(version)}" xmlns:xsi="${schemaInstance}"${attributesXml(attributes)}>\n`
}

export const documentEnd = (root: string): string => `</xzufi:${root}>\n`

/** An element as XML within a document of XZuFi; reading it again gives the same element. */
export function elementXml([name, content, attributes = {}]: XzufiElement): string {
  if (name === '#text') return escapeText(typeof content === 'string' ? content : '')
  const { tag, declaration } = tagOf(name)
  const start = `${tag}${declaration}${attributesXml(attributes)}`
  if (content.length === 0) return `<${start}/>`
  const inner = typeof content === 'string' ? escapeText(content) : content.map(elementXml).join('')
  return `<${start}>${inner}</${tag}>`
}

function tagOf(name: string): { readonly tag: string; readonly declaration: string } {
  if (name.startsWith('|')) return { tag: name.slice(1), declaration: '' }
  if (!name.startsWith('{')) return { tag: `xzufi:${name}`, declaration: '' }
  const end = name.indexOf('}')
  return { tag: `x:${name.slice(end + 1)}`, declaration: ` xmlns:x="${escapeAttribute(name.slice(1, end))}"` }
}

/** Attributes of foreign namespaces get a prefix each, declared where they stand. */
function attributesXml(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value], index) => {
      if (!name.startsWith('{')) return ` ${name}="${escapeAttribute(value)}"`
      const end = name.indexOf('}')
      const prefix = `a${index}`
      return ` xmlns:${prefix}="${escapeAttribute(name.slice(1, end))}" ${prefix}:${name.slice(end + 1)}="${escapeAttribute(value)}"`
    })
    .join('')
}

/** What XML 1.0 cannot hold; only texts that never were XML have it. */
const impossible = /(?![\t\n\r\x7f-\x9f])\p{Cc}|[\ufffe\uffff]/gu
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
}
const sound = (text: string): string => text.toWellFormed().replace(impossible, '')
const escapeText = (text: string): string =>
  sound(text).replace(/[&<>\r]/g, (character) => entities[character] ?? '')
const escapeAttribute = (text: string): string =>
  sound(text).replace(/[&<>"\r\n\t]/g, (character) => entities[character] ?? '')
