import { DataFactory, type NamedNode, type Quad, Writer } from 'n3'

const { literal, namedNode, quad } = DataFactory

/** Prefixes of CPSV-AP 3.2, of DCAT-AP.de 2.0 and of what we link to. */
export const prefixes = {
  adms: 'http://www.w3.org/ns/adms#',
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatde: 'http://dcat-ap.de/def/dcatde/',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geo: 'http://www.opengis.net/ont/geosparql#',
  hydra: 'http://www.w3.org/ns/hydra/core#',
  locn: 'http://www.w3.org/ns/locn#',
  org: 'http://www.w3.org/ns/org#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  atu: 'http://data.europa.eu/88u/dataset/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const
type Prefix = keyof typeof prefixes
/** A term by its short name, such as "dct:title". */
export type Term = `${Prefix}:${string}`

const iriOf = (term: Term): string => {
  const [prefix = '', local = ''] = term.split(/:(.*)/s)
  return prefixes[prefix as Prefix] + local
}

/** What may stand behind a property: another node, words in a language, or a value of a datatype. */
export type Value =
  | { readonly iri: string }
  | { readonly text: string; readonly lang: string }
  | { readonly value: string; readonly type?: Term }

export const iri = (address: string): Value => ({ iri: address })
export const words = (text: string, lang: string): Value => ({ text, lang })
export const plain = (value: string, type?: Term): Value => (type ? { value, type } : { value })

/** A node with its classes and what is said of it; a property without values is not said. */
export interface Node {
  readonly iri: string
  readonly types: readonly Term[]
  readonly says: readonly (readonly [property: Term, values: readonly Value[]])[]
}

/** Characters that may not stand in an IRI (RFC 3987, as Turtle has it); foreign data may carry any. */
export const safeIri = (address: string): string =>
  address.replace(/[\p{Cc} <>"{}|^`\\]/gu, (sign) => encodeURIComponent(sign))

function objectOf(value: Value) {
  if ('iri' in value) return namedNode(safeIri(value.iri))
  if ('lang' in value) return literal(value.text, value.lang)
  return literal(value.value, value.type ? namedNode(iriOf(value.type)) : undefined)
}

/** Every statement once, however many nodes make it. */
export function quadsOf(nodes: readonly Node[]): readonly Quad[] {
  const quads = new Map<string, Quad>()
  const add = (subject: NamedNode, predicate: string, object: ReturnType<typeof objectOf>) =>
    quads.set(`${subject.value} ${predicate} ${object.id}`, quad(subject, namedNode(predicate), object))
  for (const { iri: address, types, says } of nodes) {
    const subject = namedNode(safeIri(address))
    types.forEach((type) => add(subject, `${prefixes.rdf}type`, namedNode(iriOf(type))))
    says.forEach(([property, values]) =>
      values.forEach((one) => add(subject, iriOf(property), objectOf(one))),
    )
  }
  return [...quads.values()]
}

/** The nodes as Turtle. */
export function turtleOf(nodes: readonly Node[]): string {
  const writer = new Writer({ prefixes })
  writer.addQuads([...quadsOf(nodes)])
  let text = ''
  writer.end((error: Error | null, result: string) => {
    if (error) throw error
    text = result
  })
  return text
}

const valueObject = (value: Value) => {
  if ('iri' in value) return { '@id': safeIri(value.iri) }
  if ('lang' in value) return { '@value': value.text, '@language': value.lang }
  return value.type ? { '@value': value.value, '@type': value.type } : { '@value': value.value }
}

/** The nodes as JSON-LD 1.1 with a context of prefixes only, so that no reader has to fetch one. */
export function jsonLdOf(nodes: readonly Node[]): object {
  const merged = [...Map.groupBy(nodes, (node) => node.iri)].map(([address, same]) => {
    const properties = Map.groupBy(
      same.flatMap(({ says }) => says.filter(([, values]) => values.length > 0)),
      ([property]) => property,
    )
    const said = [...properties].map(([property, groups]) => [
      property,
      unique(groups.flatMap(([, values]) => values.map(valueObject))),
    ])
    return {
      '@id': safeIri(address),
      '@type': [...new Set(same.flatMap(({ types }) => types))],
      ...(Object.fromEntries(said) as Record<string, unknown>),
    }
  })
  return { '@context': prefixes, '@graph': merged }
}

const unique = (values: readonly object[]): readonly object[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
]
