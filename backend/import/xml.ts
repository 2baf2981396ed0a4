import { ImportError } from './profile.ts'
import { type XmlLimits, xmlLimits } from './xml-limits.ts'
import { decodeXml, smallPieces } from './xml-text.ts'
import { createXmlTrees, type XmlElement, type XmlPlace, type XmlStart } from './xml-tree.ts'

export type { XmlElement, XmlStart } from './xml-tree.ts'
export { type XmlLimits, xmlLimits } from './xml-limits.ts'

export interface XmlOptions {
  /** Which elements are records; without it each child of the root. A record inside a record belongs to the outer one. */
  readonly isRecord?: (place: XmlPlace) => boolean
  readonly limits?: Partial<XmlLimits>
  /** Milliseconds of any clock that only goes forward. */
  readonly now?: () => number
}

export interface XmlRecords {
  readonly root: XmlStart
  /** Once through, one record at a time; whoever stops early must leave the loop, not just forget it. */
  readonly records: AsyncIterable<XmlElement>
}

/**
 * Reads XML of any length and hands out one record after the other; only the one at hand is in memory. Its bytes may be
 * UTF-8, UTF-16 or ISO-8859-1. Document types, and with them entities of the file's own, are refused. Throws ImportError
 * with the line where the XML is not well-formed or beyond a limit; what was handed out before must then be undone.
 */
export async function xmlRecords(
  chunks: AsyncIterable<Uint8Array>,
  options: XmlOptions = {},
): Promise<XmlRecords> {
  const parts = read(chunks, options)
  const first = await parts.next()
  const root = first.value
  if (!root) throw new ImportError('The XML has no element.')
  return { root, records: parts as AsyncGenerator<XmlElement> }
}

/** The root, then the records. */
async function* read(
  chunks: AsyncIterable<Uint8Array>,
  { isRecord = ({ depth }) => depth === 1, limits: own, now = () => performance.now() }: XmlOptions,
): AsyncGenerator<XmlStart | XmlElement, void> {
  const limits = { ...xmlLimits, ...own }
  const trees = createXmlTrees(limits, isRecord)
  let spent = 0
  let root: XmlStart | undefined
  for await (const text of decodeXml(smallPieces(chunks, limits.bytes))) {
    const began = now()
    trees.write(text)
    spent += now() - began
    if (spent > limits.milliseconds)
      throw new ImportError(
        `Reading the XML took longer than ${limits.milliseconds} milliseconds: have it delivered in several files.`,
      )
    if (!root) {
      root = trees.root()
      if (root) yield root
    }
    yield* trees.take()
  }
  trees.end()
}
