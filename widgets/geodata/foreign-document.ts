/** Why a document of others is not shown, by the names that words are chosen by. */
export type ForeignCode =
  'OfflineError' | 'NetworkError' | 'TimeoutError' | 'not-found' | 'TooLarge' | 'Unreadable'

/** A document of others that did not come, or is not what it should be. */
export class ForeignError extends Error {
  override readonly name = 'ForeignError'
  readonly code: ForeignCode
  constructor(code: ForeignCode, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}

/** Bytes of one document: a phone should neither fetch nor hold more. */
const mostBytes = 10_000_000
const patience = 30_000

const unanswered = () => new ForeignError(navigator.onLine ? 'NetworkError' : 'OfflineError')
const refused = (status: number) =>
  new ForeignError(status === 404 || status === 410 ? 'not-found' : 'NetworkError')

/** JSON from an address that the page names. No cookies go along. Throws a `ForeignError`. */
export async function readJson(address: string, signal: AbortSignal): Promise<unknown> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  try {
    const answer = await fetch(address, {
      headers: { accept: 'application/geo+json, application/json;q=0.9' },
      credentials: 'omit',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    })
    if (!answer.ok) throw refused(answer.status)
    let bytes = 0
    const reader = answer.body!.getReader()
    for (let part = await reader.read(); part.value; part = await reader.read()) {
      chunks.push(part.value)
      bytes += part.value.length
      if (bytes > mostBytes) {
        void reader.cancel()
        throw new ForeignError('TooLarge')
      }
    }
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof ForeignError) throw error
    throw (error as Error).name === 'TimeoutError' ? new ForeignError('TimeoutError') : unanswered()
  }
  try {
    return JSON.parse(await new Blob(chunks).text())
  } catch (error) {
    throw new ForeignError('Unreadable', error)
  }
}

/**
 * An XML document from an address that the page names. Trusted Types forbid to parse a text, also as XML; what a request parses by
 * itself they allow, and it knows the document's encoding. Throws a `ForeignError`.
 */
export function readXml(address: string, signal: AbortSignal): Promise<Document> {
  const request = new XMLHttpRequest()
  return new Promise<Document>((resolve, reject) => {
    request.open('GET', address)
    request.responseType = 'document'
    request.timeout = patience
    request.overrideMimeType('application/xml')
    request.onprogress = ({ loaded }) => {
      if (loaded <= mostBytes) return
      reject(new ForeignError('TooLarge'))
      request.abort()
    }
    request.onload = () => {
      const found = request.responseXML
      if (request.status >= 400) return reject(refused(request.status))
      if (!found?.documentElement || found.querySelector('parsererror'))
        return reject(new ForeignError('Unreadable'))
      resolve(found)
    }
    request.ontimeout = () => reject(new ForeignError('TimeoutError'))
    request.onerror = () => reject(unanswered())
    signal.addEventListener('abort', () => {
      request.abort()
      reject(signal.reason as Error)
    })
    request.send()
  })
}
