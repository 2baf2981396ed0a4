/** What one XML file may cost; whoever reads a format with other needs says so by name. */
export interface XmlLimits {
  /** Bytes of the whole file, unpacked. */
  readonly bytes: number
  /** Characters before the root element: a declaration and a licence fit, a document type does not. */
  readonly prologueLength: number
  /** Characters of one record, tags included; a record is what is held in memory. */
  readonly recordLength: number
  /** Elements of one record. */
  readonly elementsPerRecord: number
  /** Elements inside one another, the root counted. */
  readonly depth: number
  readonly attributesPerElement: number
  /** Characters of the name of an element or attribute, prefix included. */
  readonly nameLength: number
  /** Characters of one attribute's value. */
  readonly attributeLength: number
  /** Characters of the text of one element, and of any comment or instruction. */
  readonly textLength: number
  /** Milliseconds of our own work, without that of the disk and of whoever takes the records. */
  readonly milliseconds: number
}

/**
 * Far above any sound XZuFi message and far below what hurts: a long service in twenty languages has about 1,000 elements
 * and 600,000 characters, the message of a whole Land some hundred megabytes.
 */
export const xmlLimits: XmlLimits = {
  bytes: 2 * 1024 ** 3,
  prologueLength: 64 * 1024,
  recordLength: 1024 ** 2,
  elementsPerRecord: 10_000,
  depth: 64,
  attributesPerElement: 64,
  nameLength: 256,
  attributeLength: 16 * 1024,
  textLength: 256 * 1024,
  milliseconds: 300_000,
}
