import { iri, type Node, plain, type Term, words } from './rdf.ts'

const publications = 'http://publications.europa.eu/resource/authority'

/** Languages that the Publications Office has a concept for, by our tag. */
const languages: Readonly<Record<string, string>> = {
  ar: 'ARA', bg: 'BUL', cs: 'CES', da: 'DAN', de: 'DEU', en: 'ENG', es: 'SPA', fa: 'FAS', fr: 'FRA', it: 'ITA', ku: 'KUR', nl: 'NLD',
  nds: 'NDS', pl: 'POL', ro: 'RON', ru: 'RUS', sq: 'SQI', tr: 'TUR', uk: 'UKR', vi: 'VIE',
} // prettier-ignore

/** A language as the Publications Office names it; undefined where it knows none. */
export function languageNode(tag: string): Node | undefined {
  const code = languages[tag.split('-')[0] ?? '']
  return code
    ? { iri: `${publications}/language/${code}`, types: ['dct:LinguisticSystem'], says: [] }
    : undefined
}

export const currencyNode = (code: string): Node => ({
  iri: `${publications}/currency/${code}`,
  types: ['skos:Concept'],
  says: [['skos:notation', [plain(code)]]],
})

/** ADMS says "completed" of what is in force and "deprecated" of what was. */
export const statusNode = (isInForce: boolean): Node => ({
  iri: `http://purl.org/adms/status/${isInForce ? 'Completed' : 'Deprecated'}`,
  types: ['skos:Concept'],
  says: [['skos:prefLabel', [words(isInForce ? 'Completed' : 'Deprecated', 'en')]]],
})

const geocoding: Readonly<Record<number, string>> = {
  2: 'stateKey',
  3: 'governmentDistrictKey',
  5: 'districtKey',
  9: 'municipalAssociationKey',
  12: 'regionalKey',
}

/** An area as DCAT-AP.de names it by its Regionalschluessel; Germany where there is none. */
export function areaNode(regionKey: string | undefined, name?: string): Node {
  const kind = geocoding[regionKey?.length ?? 0]
  return {
    iri:
      regionKey && kind
        ? `http://dcat-ap.de/def/politicalGeocoding/${kind}/${regionKey}`
        : `${publications}/country/DEU`,
    types: ['dct:Location', administrativeUnit],
    says: [
      ['dct:identifier', regionKey ? [plain(regionKey)] : []],
      ['skos:prefLabel', name ? [words(name, 'de')] : []],
    ],
  }
}
/** Class that CPSV-AP 3.2 wants the area of an organisation to be of; it is named like a data set. */
const administrativeUnit: Term = 'atu:atu-type'

const audienceWords = {
  citizen: ['Bürgerinnen und Bürger', 'citizens'],
  business: ['Unternehmen', 'businesses'],
} as const

/** For whom a service is; the EU has no list for this, so the concept is ours. */
export const audienceNode = (audience: 'citizen' | 'business', origin: string): Node => ({
  iri: `${origin}/services#${audience}`,
  types: ['skos:Concept'],
  says: [
    ['skos:prefLabel', [words(audienceWords[audience][0], 'de'), words(audienceWords[audience][1], 'en')]],
  ],
})

/** A class of somebody else's list that a service is in. */
export const conceptNode = (address: string, code: string, name?: string): Node => ({
  iri: address,
  types: ['skos:Concept'],
  says: [
    ['skos:notation', [plain(code)]],
    ['skos:prefLabel', name ? [words(name, 'de')] : []],
  ],
})

/** Points at a node. */
export const to = (node: Node) => iri(node.iri)
