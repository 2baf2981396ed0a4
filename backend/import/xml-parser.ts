import { SaxesParser } from 'saxes'

/** Where saxes 6 keeps its handlers. */
interface Places {
  textHandler: undefined
  cdataHandler: undefined
  openTagStartHandler: undefined
  openTagHandler: undefined
  closeTagHandler: undefined
  attributeHandler: undefined
  doctypeHandler: undefined
  commentHandler: undefined
  piHandler: undefined
  errorHandler: undefined
}

/**
 * A parser with namespaces. Its `on` writes handlers by computed names, and V8 keeps an object as a slow table after some
 * of those (reading takes four times as long: 12 instead of 45 MB/s). Places that exist already spare it that.
 */
export function createXmlParser(): SaxesParser<{ xmlns: true }> {
  const parser = new SaxesParser({ xmlns: true })
  const places = parser as unknown as Places
  // One by one and by name on purpose: a loop would be the computed names again.
  places.textHandler = undefined
  places.cdataHandler = undefined
  places.openTagStartHandler = undefined
  places.openTagHandler = undefined
  places.closeTagHandler = undefined
  places.attributeHandler = undefined
  places.doctypeHandler = undefined
  places.commentHandler = undefined
  places.piHandler = undefined
  places.errorHandler = undefined
  return parser
}
