/** What an address of ours says beyond the path; German is not said, it is the usual. */
export type Asked = Readonly<Record<string, string | undefined>>

/** A path with what is asked for, in the order given: "/services/x?lang=en&area=13". */
export const address = (path: string, asked: Asked = {}): string =>
  wholeAddress(path, asked['lang'] === 'de' ? { ...asked, lang: undefined } : asked)

/** The same where German is said too, because the reader's browser is asked otherwise. */
export function wholeAddress(path: string, asked: Asked): string {
  const query = Object.entries(asked).filter(([, value]) => value)
  const text = query.map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`).join('&')
  return text ? `${path}?${text}` : path
}

/** Where the page of a service is; ids need no escaping (see Identifier). */
export const servicePath = (id: string): string => `/services/${id}`
