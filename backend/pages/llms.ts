import type { ServiceSummary } from '@amtsweg/contract'
import { servicePath } from './address.ts'
import { escaped } from './markdown.ts'

/** What one file lists at most; beyond that each letter has a file of its own. */
export const longestList = 1_000

/** A list of services, or the letters under which the lists are. */
export type Listed =
  { readonly services: readonly ServiceSummary[] } | { readonly letters: readonly string[] }

/** llms.txt (llmstxt.org): a title, a summary, then lists of links with a note each; a service is a page of Markdown. */
export function llmsText(listed: Listed, origin: string): string {
  const lines =
    'letters' in listed
      ? listed.letters.map((letter) => `- [${letter}](${origin}/llms.txt?letter=${letter})`)
      : listed.services.map(
          ({ id, title, teaser }) =>
            `- [${escaped(title)}](${origin}${servicePath(id)}.md)${teaser ? `: ${escaped(teaser)}` : ''}`,
        )
  return `# Leistungen der Verwaltung

> Beschreibungen öffentlicher Leistungen (Kosten, Unterlagen, Fristen, Rechtsgrundlagen) und wer dafür zuständig ist, je Gemeinde.
> Texte und Daten sind maschinenlesbar und ohne Schlüssel abrufbar; die Quelle steht bei jeder Leistung.

Wer zuständig ist, hängt von der Gemeinde ab: ${origin}/api/v1/responsibilities?service=<id>&area=<Regionalschlüssel>.
Fehlt eine Zuständigkeit in der Antwort, ist sie nicht bekannt; sie darf nicht geraten werden.

## Leistungen

${lines.join('\n')}

## Schnittstellen

- [OpenAPI 3.1](${origin}/api/openapi.json): Orte, Leistungen, Stellen, Zuständigkeiten
- [CPSV-AP 3.2](${origin}/api/v1/cpsv-ap): der Katalog als RDF
- [Open Referral HSDS 3.0](${origin}/hsds/): Leistungen, Stellen und Orte
- [Sitemap](${origin}/sitemap.xml): alle Seiten, auch auf Englisch
`
}

/** robots.txt: everything may be read. */
export const robotsText = (origin: string): string =>
  `User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`
