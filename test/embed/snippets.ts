import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Path of one of the guides for those who paste. */
export const guide = (system: string): string =>
  join(import.meta.dirname, '..', '..', 'docs', 'guides', `${system}.md`)

/** A piece of HTML by the name of its form. */
export type Snippets = Readonly<Record<string, string>>

/**
 * The recordings were made before our addresses had their final form. Only these three things differ; whatever a system did to
 * the rest stays as it was.
 */
const asToday = (html: string, origin: string): string =>
  html
    .replaceAll('https://w.example/v1/loader.js', `${origin}/embed.js`)
    .replaceAll(/https:\/\/w\.example\/(embed\/)?wayfinder\?/g, `${origin}/embed/wayfinder?`)
    .replaceAll('data-amt-area', 'data-area')

/** The six snippets of the measurement. */
export function measuredSnippets(folder: string, origin: string): Snippets {
  const snippets = JSON.parse(readFileSync(join(folder, 'snippets.json'), 'utf8')) as Record<string, string>
  return Object.fromEntries(Object.entries(snippets).map(([name, html]) => [name, asToday(html, origin)]))
}

/** What our guides and the configurator give a webmaster. */
export function ourSnippets(origin: string): Snippets {
  const address = `${origin}/embed/wayfinder?area=130740087`
  const link = `<a href="${address}">Alle Dienste</a>`
  return {
    element: `<amt-wayfinder area="130740087">${link}</amt-wayfinder>`,
    div: `<div data-amt="wayfinder" data-area="130740087">${link}</div>`,
    link: `<p>${link}</p>`,
    iframe: `<iframe src="${address}" title="Alle Dienste" width="100%" height="600" loading="lazy"></iframe>`,
  }
}

/** Every recorded result of the measurement, by system: `name`, `   => result`, at times `      raw: result`. */
export function recordedResults(folder: string, origin: string): Readonly<Record<string, Snippets>> {
  return Object.fromEntries(
    ['wordpress-6.1.9-kses', 'typo3-html-sanitizer', 'contao-5-input', 'drupal-filter-html'].flatMap((file) =>
      recordings(asToday(readFileSync(join(folder, `${file}.txt`), 'utf8'), origin), file),
    ),
  )
}

function recordings(text: string, file: string): (readonly [system: string, results: Snippets])[] {
  const parts = text.split(/^## (.*)\n/m)
  const systems = parts.length > 1 ? parts.slice(1) : [file, text]
  return Array.from({ length: systems.length / 2 }, (_, index) => [
    systems[2 * index] ?? '',
    Object.fromEntries(
      [...(systems[2 * index + 1] ?? '').matchAll(/^(\S.*)\n {3}=> (.*)(?:\n {6}raw: (.*))?/gm)].map(
        // Contao's first line is what its entities mean; what the page gets is the raw one.
        ([, name = '', result = '', raw]) => [name, raw ?? result],
      ),
    ),
  ])
}
