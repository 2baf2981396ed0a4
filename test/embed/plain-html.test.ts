import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { useStage } from '../end-to-end/browser.ts'
import { type HostPage, openTown } from '../end-to-end/host-page.ts'
import { identityCard, searchField } from '../end-to-end/journey.ts'
import { field, suggestion } from '../end-to-end/reader.ts'
import { guide } from './snippets.ts'

/** What the guide has people paste, in its order; blocks in lists are indented. */
const text = readFileSync(guide('plain-html'), 'utf8')
const blocks = [...text.matchAll(/^( *)```html\n(.*?)^ *```/gms)].map(([, , code = '']) => code)
const [head = '', element = '', others = '', frame = ''] = blocks
const [, policy = ''] = /^```\n(script-src .*?)```/ms.exec(text) ?? []
const [division = '', link = ''] = others.split(/\n\n/)

describe('the guide for plain HTML, taken at its word', () => {
  const stage = useStage()
  let town: HostPage | undefined
  afterEach(() => town?.close())

  const paste = async (body: string, more = '') => {
    const here = (part: string) => part.replaceAll('https://amtsweg.example.de', stage.server.origin)
    const strict = `default-src 'none'; img-src 'self'; require-trusted-types-for 'script'; trusted-types amt-html; `
    town = await openTown({ body: here(body), policy: strict + here(policy.trim()) + here(more) })
    return stage.open(town.origin)
  }

  test('has all four forms', () => {
    expect(blocks).toHaveLength(4)
    expect(head).toMatch(/reserve\.css.*embed\.js/s)
  })

  test.each([
    ['element', element],
    ['div', division],
    ['link', link],
  ])('the %s becomes the widget under the policy of the guide', async (_, snippet) => {
    const page = await paste(head + snippet)
    await field(page, searchField).pressSequentially('Perso verl')
    await suggestion(page, identityCard).waitFor()
  })

  test('the frame shows a whole page', async () => {
    const page = await paste(frame, '; frame-src https://amtsweg.example.de')
    await page.locator('iframe').contentFrame().getByRole('heading', { level: 1 }).waitFor()
  })
})
