import { describe, expect, test } from 'vitest'
import type { CatalogueEntry } from '../services/index.ts'
import { sitemap, sitemapFile, sitemapFiles } from './sitemap.ts'

const entries = (count: number): CatalogueEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `s${index}`,
    described: true,
    languages: ['de'],
    sourceId: 'test',
    keys: [],
    lifeSituations: [],
  }))

const [entry] = entries(1) as [CatalogueEntry]

describe('a sitemap', () => {
  test('of up to 24,999 pages in two languages, and the list of all, is one file', () => {
    expect(sitemapFiles(entries(0))).toBe(1)
    expect(sitemapFiles(entries(24_999))).toBe(1)
    expect(sitemap(entries(2), 'https://a.example')).toContain('<urlset')
  })

  test('beyond is an index of files, which together name each page once', () => {
    const many = entries(25_000)
    expect(sitemapFiles(many)).toBe(2)
    const index = sitemap(many, 'https://a.example')
    expect(index).toContain('<sitemap><loc>https://a.example/sitemap-2.xml</loc></sitemap>')
    const last = sitemapFile(many, 'https://a.example', 2)
    expect(last.match(/<url>/g)).toHaveLength(2)
    expect(last).toContain('<loc>https://a.example/services/s24999?lang=en</loc>')
    expect(sitemapFile(many, 'https://a.example', 1).match(/<url>/g)).toHaveLength(50_000)
  })

  test('names no mere titles and dates only what has a date', () => {
    const xml = sitemap(
      [
        { ...entry, id: 'titel', described: false },
        { ...entry, id: 'text', modified: '2026-02-01' },
      ],
      'https://a.example',
    )
    expect(xml).not.toContain('titel')
    expect(xml.match(/<lastmod>2026-02-01<\/lastmod>/g)).toHaveLength(2)
  })
})
