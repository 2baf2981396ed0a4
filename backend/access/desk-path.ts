const anyHost = 'https://desk.invalid'
/** Encoded slashes, backslashes and control characters, which somebody on the way may decode. */
const disguised = /%(?:2f|5c|25|[01][0-9a-f]|7f)/i

/** Where at the desk somebody goes after signing in: a path of it, or its start where that is anything else. */
export function deskPath(asked: string | undefined): string {
  const start = '/desk/'
  // Browsers drop tabs and newlines and take a backslash for a slash.
  if (asked === undefined || !/^\/desk(?:[/?#]|$)[!-[\]-~]*$/.test(asked)) return start
  const url = URL.parse(asked, anyHost)
  if (!url || url.origin !== anyHost || !/^\/desk(?:\/|$)/.test(url.pathname)) return start
  if (url.pathname.includes('//') || disguised.test(url.pathname)) return start
  return `${url.pathname}${url.search}${url.hash}`
}
