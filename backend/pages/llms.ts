import type { ServiceSummary } from '@amtsweg/contract'
import { servicePath } from './address.ts'
import { escaped } from './markdown.ts'

/** What one file lists at most; beyond that each letter has a file of its own. */
export const longestList = 1_000

/** A list of services, or the letters under which the lists are. */
export type Listed =
  { readonly services: readonly ServiceSummary[] } | { readonly letters: readonly string[] }

/** How a page gets our widgets; all their attributes and events are a file of the build. */
const embedding = (origin: string) => `## Einbetten

Ein Script je Seite, dann Elemente, wo sie erscheinen sollen. Was im Element steht, bleibt stehen, solange es nicht geladen ist:

\`\`\`html
<script type="module" src="${origin}/v1/embed.js"></script>
<amt-wayfinder area="130740087"><a href="${origin}/embed/wayfinder?area=130740087">Alle Dienste</a></amt-wayfinder>
\`\`\`

Als \`<div data-amt="wayfinder" data-area="…">\` oder als einfacher Link auf \`${origin}/embed/wayfinder?area=…\`, wo ein Editor fremde
Elemente entfernt.

- [Elemente](${origin}/assets/elements.md): alle Attribute, Ereignisse, Parts und Custom Properties
- [custom-elements.json](${origin}/assets/custom-elements.json): dasselbe als Custom Elements Manifest

`

/** llms.txt (llmstxt.org): a title, a summary, then lists of links with a note each; a service is a page of Markdown. */
export function llmsText(listed: Listed, origin: string, hasWidgets: boolean): string {
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

${hasWidgets ? embedding(origin) : ''}## Schnittstellen

- [OpenAPI 3.1](${origin}/api/openapi.json): Orte, Leistungen, Stellen, Zuständigkeiten
- [CPSV-AP 3.2](${origin}/api/v1/cpsv-ap): der Katalog als RDF
- [OGC API – Features](${origin}/ogc): Geodaten
- [DCAT-AP.de 2.0](${origin}/api/v1/dcat-ap): der Katalog der Geodaten als RDF
- [Open Referral HSDS 3.0](${origin}/hsds/): Leistungen, Stellen und Orte
- [Sitemap](${origin}/sitemap.xml): alle Seiten, auch auf Englisch
`
}

/** robots.txt: everything may be read. */
export const robotsText = (origin: string): string =>
  `User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`
