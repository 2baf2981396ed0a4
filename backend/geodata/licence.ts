/** Terms under which data may be used. */
export interface Licence {
  readonly code: string
  /** As people write it. */
  readonly name: string
  /** Where its text is. */
  readonly uri: string
  /** In DCAT-AP.de (http://dcat-ap.de/def/licenses/). */
  readonly dcatApDe: string
  /** Whether the provider has to be named. */
  readonly namesProvider: boolean
}

/** What municipal data are published under; everything else would not be free exchange. */
export const licences: readonly Licence[] = [
  {
    code: 'dl-de-by-2.0',
    name: 'Datenlizenz Deutschland – Namensnennung – Version 2.0',
    uri: 'https://www.govdata.de/dl-de/by-2-0',
    dcatApDe: 'http://dcat-ap.de/def/licenses/dl-by-de/2.0',
    namesProvider: true,
  },
  {
    code: 'dl-de-zero-2.0',
    name: 'Datenlizenz Deutschland – Zero – Version 2.0',
    uri: 'https://www.govdata.de/dl-de/zero-2-0',
    dcatApDe: 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0',
    namesProvider: false,
  },
  {
    code: 'cc0-1.0',
    name: 'CC0 1.0',
    uri: 'https://creativecommons.org/publicdomain/zero/1.0/',
    dcatApDe: 'http://dcat-ap.de/def/licenses/cc-zero',
    namesProvider: false,
  },
  {
    code: 'cc-by-4.0',
    name: 'CC BY 4.0',
    uri: 'https://creativecommons.org/licenses/by/4.0/',
    dcatApDe: 'http://dcat-ap.de/def/licenses/cc-by/4.0',
    namesProvider: true,
  },
  {
    code: 'odbl-1.0',
    name: 'Open Database License 1.0',
    uri: 'https://opendatacommons.org/licenses/odbl/1-0/',
    dcatApDe: 'http://dcat-ap.de/def/licenses/odbl',
    namesProvider: true,
  },
]

const byCode = new Map(licences.map((licence) => [licence.code, licence]))

export const findLicence = (code: string): Licence | undefined => byCode.get(code)

const known = new Map(
  licences.flatMap((licence) => [
    [licence.code, licence] as const,
    ...[licence.uri, licence.dcatApDe].map((uri) => [bare(uri), licence] as const),
  ]),
)

/** The licence that somebody else's address of a licence means; with or without encryption, www, a slash at the end, or a language. */
export const licenceOfUri = (uri: string): Licence | undefined => known.get(bare(uri))

function bare(uri: string): string {
  const [address = ''] = uri.trim().toLowerCase().split(/[?#]/)
  return address
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/(deed|legalcode)(\.[a-z]{2})?$/, '')
    .replace(/\/+$/, '')
}
