/** Longest list we read; browsers send a handful. */
const most = 20

/**
 * The values of a header such as Accept-Language or Accept-Encoding (RFC 9110, 12.4.2) in lower case, best first; what a reader
 * refuses with `q=0` is left out.
 */
export function weighted(header: string | undefined): string[] {
  if (!header) return []
  return header
    .slice(0, 1_000)
    .toLowerCase()
    .split(',', most)
    .map((part) => {
      const [value = '', ...parameters] = part.split(';').map((text) => text.trim())
      const weight = parameters.find((parameter) => parameter.startsWith('q='))
      return { value, q: weight ? Number(weight.slice(2)) : 1 }
    })
    .filter(({ value, q }) => value !== '' && q > 0)
    .sort((a, b) => b.q - a.q)
    .map(({ value }) => value)
}

/** Remembers what a function made of the header values that readers send again and again. */
export function remembered<Result>(read: (header: string) => Result): (header: string) => Result {
  const known = new Map<string, Result>()
  return (header) => {
    const before = known.get(header)
    if (before !== undefined) return before
    const result = read(header)
    if (known.size >= 500) known.clear()
    known.set(header, result)
    return result
  }
}
