import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { describeRegisters, testFile } from '@amtsweg/backend/import/testing.ts'
import { useStage } from '../end-to-end/browser.ts'
import { openTown } from '../end-to-end/host-page.ts'
import { outcomes } from './outcome.ts'
import { sanitize } from './sanitizers.ts'
import { measuredSnippets, ourSnippets, recordedResults, type Snippets } from './snippets.ts'

/**
 * What readers get of the six snippets that were measured, and of the four that we recommend where they fit. A link leads to a page of ours; it
 * stays one where it is not alone in its paragraph. `markup` is code, printed as text: why our guides recommend neither element
 * nor iframe for TYPO3 and Contao.
 */
const columns =
  'script+element  div data-*  iframe  link  figure  inline style  our element  our div  our link  our iframe'.split(
    '  ',
  )

const today = table(`
  nobody in between                       widget  widget  frame    link    link    nothing  widget   widget  widget  frame
  sanitize-html                           link    link    nothing  widget  link    nothing  link     link    widget  nothing
  DOMPurify                               link    widget  nothing  link    link    nothing  link     widget  widget  nothing
  setHTML() of the browser                nothing link    nothing  widget  link    nothing  nothing  link    widget  nothing
  TinyMCE                                 widget  widget  frame    link    link    nothing  widget   widget  widget  frame
  CKEditor, HTML support: none            widget  widget  nothing  widget  link    nothing  widget   widget  widget  nothing
  CKEditor, HTML support: a, div, p, iframe  widget  widget  frame    link    link    nothing  widget   widget  widget  frame
  CKEditor, HTML support: everything      widget  widget  frame    link    widget  nothing  widget   widget  widget  frame`)

const recorded = table(`
  wordpress-6.1.9-kses                    link    widget  nothing  link    link    nothing
  typo3-html-sanitizer                    markup  widget  markup   link    link    nothing
  contao-5-input                          markup  widget  markup   link    link    nothing
  drupal basic_html (core recipe)         link    link    nothing  widget  link    nothing
  LocalGov Drupal wysiwyg                 link    link    nothing  widget  link    nothing
  custom format with <vw-wayfinder ags lang data-*>  link    link    nothing  widget  link    nothing`)

function table(text: string): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const rows = [...text.matchAll(/^ *(\S.*?)  +(.+)$/gm)].map(([, system = '', cells = '']) => [
    system,
    Object.fromEntries(cells.split(/ +/).map((outcome, column) => [columns[column], outcome])),
  ])
  return Object.fromEntries(rows) as Record<string, Record<string, string>>
}

describeRegisters('what sanitizers leave of a snippet', () => {
  const stage = useStage()
  const folder = () => testFile('embedding')
  const all = (): Snippets => ({
    ...measuredSnippets(folder(), stage.server.origin),
    ...Object.fromEntries(
      Object.entries(ourSnippets(stage.server.origin)).map(([form, html]) => [`our ${form}`, html]),
    ),
  })

  /** One page of a town with all results of a system, each in its section, and our script in its head. */
  async function visit(results: Snippets): Promise<Page> {
    const body = Object.entries(results).map(
      ([name, html]) => `<section aria-label="${name}">${html}</section>`,
    )
    const script = `<script type="module" src="${stage.server.origin}/v1/embed.js"></script>`
    const town = await openTown({ body: script + body.join('\n') })
    try {
      // In such a frame the script that tells its height may not run, and the browser says so.
      const disturbed = body.some((section) => section.includes('sandbox=""'))
      return await stage.open(town.origin, { disturbed })
    } finally {
      await town.close()
    }
  }

  // Some eighty runs of an editor, and eight pages.
  test('run now', { timeout: 120_000 }, async () => {
    const town = await openTown({ body: '' })
    const workshop = await stage.open(town.origin, { disturbed: true })
    const results = { 'nobody in between': all(), ...(await sanitize(workshop, all())) }
    await town.close()
    const found: Record<string, unknown> = {}
    for (const [system, snippets] of Object.entries(results))
      found[system] = await outcomes(await visit(snippets), stage.server.origin)
    expect(found).toEqual(today)
  })

  test('as recorded from content systems', { timeout: 60_000 }, async () => {
    const found: Record<string, unknown> = {}
    for (const [system, snippets] of Object.entries(recordedResults(folder(), stage.server.origin)))
      found[system] = await outcomes(await visit(snippets), stage.server.origin)
    expect(found).toEqual(recorded)
  })
})
