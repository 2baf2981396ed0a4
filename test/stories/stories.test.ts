import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canDrawAlike, launchBrowser, launchDrawingBrowser } from '../../.toolchain/browser.ts'
import { compare, fileName, leftOver } from './screenshots.ts'
import { axe, type Look, lost, picture, show, stage } from './story-page.ts'
import { openStorybook, stories, type Story } from './storybook.ts'

const all = stories()
/** One of each widget, which is looked at in every way. */
const everywhere = all.filter(({ tags }) => tags.includes('everywhere'))
/** Those whose rows and tables have to find room on a phone as well. */
const onPhones = all.filter(({ tags }) => tags.includes('everywhere') || tags.includes('phone'))
const width = 800
const phone = 320

const looks: readonly Look[] = ([undefined, 'kern', 'contrast'] as const).flatMap((theme) =>
  ([undefined, 'dark'] as const).flatMap((scheme) =>
    ([undefined, 'ar'] as const).map((lang) => ({
      ...(theme && { theme }),
      ...(scheme && { scheme }),
      ...(lang && { lang, dir: 'rtl' as const }),
    })),
  ),
)
const nameOf = ({ theme, scheme, lang, forced }: Look) =>
  [theme, scheme, lang, forced && 'forced'].filter(Boolean).join('-')
const otherLooks = looks.filter((look) => nameOf(look))
/** Right to left is drawn once; themes and schemes do not change it. */
const isDrawn = ({ theme, scheme, lang }: Look) => !lang || (!theme && !scheme)

let browser: Browser
let book: Awaited<ReturnType<typeof openStorybook>>
let contexts: Readonly<Record<number, BrowserContext>>
const idle: Readonly<Record<number, Page[]>> = { [width]: [], [phone]: [] }
beforeAll(async () => {
  browser = await (canDrawAlike ? launchDrawingBrowser() : launchBrowser())
  book = await openStorybook()
  const open = (options: object) => browser.newContext(options)
  contexts = { [width]: await stage(open, width), [phone]: await stage(open, phone) }
})
afterAll(async () => {
  await browser?.close()
  book?.close()
})

async function look({ id, tags }: Story, width: number, how: Look = {}): Promise<readonly string[]> {
  // A page that has shown a story shows the next one sooner than a new page does.
  const page = idle[width]!.pop() ?? (await contexts[width]!.newPage())
  try {
    const faults = [...(await show(page, book.origin, id, how))]
    if (canDrawAlike && isDrawn(how)) {
      const name = fileName(id, nameOf(how), width === phone ? 'phone' : '')
      faults.push(...compare(name, await picture(page)))
    }
    if (width === phone) faults.push(...(await lost(page)))
    return [...faults, ...(await axe(page, tags.includes('foreign')))]
  } finally {
    idle[width]!.push(page)
  }
}

describe.concurrent('every story plays without a fault that a machine can find, and looks as it did', () => {
  test.each(all)('$title: $name', async (story) => expect(await look(story, width)).toEqual([]))
})

describe.concurrent('one of each widget also', () => {
  test.each(everywhere.flatMap((story) => otherLooks.map((how) => ({ ...story, how, look: nameOf(how) }))))(
    '$look: $title',
    async ({ how, ...story }) => expect(await look(story, width, how)).toEqual([]),
  )

  test.each(onPhones)('with forced colours: $title, $name', async (story) =>
    expect(await look(story, width, { forced: true })).toEqual([]),
  )

  test.each(onPhones)(
    'on a phone, nothing is lost, with text spacing neither: $title, $name',
    async (story) => expect(await look(story, phone)).toEqual([]),
  )
})

test('each widget has one story that is looked at in every way', () => {
  expect(everywhere.map(({ title }) => title).sort()).toEqual(
    [...new Set(all.filter(({ title }) => !title.startsWith('Gestaltung')).map(({ title }) => title))].sort(),
  )
})

test('no picture is kept of a story that is no more', () => {
  const names = [
    ...all.map(({ id }) => fileName(id)),
    ...onPhones.flatMap(({ id }) => [fileName(id, 'phone'), fileName(id, 'forced')]),
    ...everywhere.flatMap(({ id }) => [
      ...otherLooks.filter(isDrawn).map((how) => fileName(id, nameOf(how))),
    ]),
  ]
  expect(leftOver(names)).toEqual([])
})
