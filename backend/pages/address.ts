/** What an address of ours says beyond the path; German is not said, it is the usual. */
export type Asked = Readonly<Record<string, string | undefined>>

/** A path with what is asked for, in the order given: "/services/x?lang=en&area=13". */
export function address(path: string, asked: Asked = {}): string {
  const query = Object.entries(asked).filter(([name, value]) => value && !(name === 'lang' && value === 'de'))
  const text = query.map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`).join('&')
  return text ? `${path}?${text}` : path
}

/** Where the page of a service is; ids need no escaping (see Identifier). */
export const servicePath = (id: string): string => `/services/${id}`
