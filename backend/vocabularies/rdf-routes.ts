import { z } from 'zod'
import type { CpsvFormat } from '@amtsweg/contract'
import { apiHeaders } from '../http/headers.ts'
import { responses } from '../http/responses.ts'
import { jsonLdOf, type Node, turtleOf } from './rdf.ts'

export const JsonLd = z.record(z.string(), z.unknown()).meta({ id: 'JsonLd', description: 'JSON-LD 1.1' })
const Turtle = z.string().meta({ id: 'Turtle', description: 'RDF 1.1 Turtle' })

/** RDF comes as Turtle or JSON-LD, as `format` says. */
export const rdfResponses = (description: string, codes: Parameters<typeof responses>[2]) => {
  const { 200: good, ...failures } = responses(JsonLd, description, codes, 'application/ld+json')
  return { 200: { ...good, content: { 'text/turtle': { schema: Turtle }, ...good.content } }, ...failures }
}

/** Header fields of an answer in one of these forms. */
export const vocabularyHeaders = (type: string, caching: string) => ({
  ...apiHeaders,
  'content-type': `${type}; charset=utf-8`,
  'cache-control': caching,
})

/** Text and header fields of nodes in a form. */
export const asRdf = (nodes: readonly Node[], format: z.infer<typeof CpsvFormat>, caching: string) =>
  format === 'turtle'
    ? ([turtleOf(nodes), vocabularyHeaders('text/turtle', caching)] as const)
    : ([JSON.stringify(jsonLdOf(nodes)), vocabularyHeaders('application/ld+json', caching)] as const)
