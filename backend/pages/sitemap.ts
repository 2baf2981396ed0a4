import type { CatalogueEntry } from '../services/index.ts'
import { address, servicePath } from './address.ts'
import { foundLanguages } from './words.ts'

/** The protocol (sitemaps.org) lets a file name 50,000 addresses: each language of a page is one, the list of all stands first. */
const perFile = 50_000 / foundLanguages.length - 1

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Pages worth finding: a mere title from a catalogue of keys answers nobody's question. */
export const worthFinding = (entries: readonly CatalogueEntry[]): readonly CatalogueEntry[] =>
  entries.filter(({ described }) => described)

/** How many files it takes; at least one. */
export const sitemapFiles = (entries: readonly CatalogueEntry[]): number =>
  Math.max(1, Math.ceil(worthFinding(entries).length / perFile))

/** The sitemap, or where there are too many pages for one, the index of its files. */
export function sitemap(entries: readonly CatalogueEntry[], origin: string): string {
  const files = sitemapFiles(entries)
  if (files === 1) return sitemapFile(entries, origin, 1)
  const locations = Array.from(
    { length: files },
    (_, index) => `<sitemap><loc>${escaped(origin)}/sitemap-${index + 1}.xml</loc></sitemap>\n`,
  )
  return `${head}<sitemapindex ${space}>\n${locations.join('')}</sitemapindex>\n`
}

/** The n-th file, from 1: every page in every language, each with the others as alternates. */
export function sitemapFile(entries: readonly CatalogueEntry[], origin: string, file: number): string {
  const part = worthFinding(entries).slice((file - 1) * perFile, file * perFile)
  const list = file === 1 ? [{ path: '/services', modified: undefined }] : []
  const pages = [...list, ...part.map(({ id, modified }) => ({ path: servicePath(id), modified }))]
  const urls = pages.flatMap(({ path, modified }) => {
    const alternates = foundLanguages
      .map(
        (lang) =>
          `<xhtml:link rel="alternate" hreflang="${lang}" href="${escaped(origin + address(path, { lang }))}"/>`,
      )
      .join('')
    const changed = modified ? `<lastmod>${escaped(modified)}</lastmod>` : ''
    return foundLanguages.map(
      (lang) => `<url><loc>${escaped(origin + address(path, { lang }))}</loc>${changed}${alternates}</url>\n`,
    )
  })
  return `${head}<urlset ${space} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('')}</urlset>\n`
}
