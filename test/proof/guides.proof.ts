import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../../.toolchain/browser.ts'
import { ourSnippets } from '../embed/snippets.ts'
import { hasWordPress, needed, startWordPress } from '../embed/wordpress.ts'
import { openTown } from '../end-to-end/host-page.ts'
import { registerWebsite, root, startServer, temporaryFolder } from '../end-to-end/server.ts'

/**
 * Does what the guides for WordPress and plain HTML tell, step by step, and takes the pictures that stand beside the steps.
 */
if (!hasWordPress()) {
  console.log(`Left out: apt-get install ${needed}`)
  process.exit(0)
}
const area = '130740087'
const server = await startServer()
const browser = await launchBrowser()
try {
  await plainHtml(browser)
  await wordPress(browser)
} finally {
  await browser.close()
  server.signal('SIGTERM')
  await server.ended
}
process.exit()

/** WebP as Chromium makes it: a third of a PNG. */
async function picture(page: Page, name: string): Promise<void> {
  // The server of this run has a name that nobody has, and another one next time; in pictures it is called as in the guides.
  await page.evaluate((origin) => {
    const said = 'https://amtsweg.example.de'
    for (const input of document.querySelectorAll('input')) if (input.value === origin) input.value = said
    for (const text of document.querySelectorAll('pre'))
      text.textContent = (text.textContent ?? '').replaceAll(origin, said)
  }, server.origin)
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 82 })
  const bytes = Buffer.from(data, 'base64')
  writeFileSync(join(root, 'docs/images', `${name}.webp`), bytes)
  console.log(`docs/images/${name}.webp: ${Math.round(bytes.length / 1_000)} KB`)
}

async function plainHtml(with_: Browser): Promise<void> {
  const town = await openTown({
    body: `<link rel="stylesheet" href="${server.origin}/assets/reserve.css" />
<script type="module" src="${server.origin}/v1/embed.js"></script>${ourSnippets(server.origin).element}`,
  })
  const page = await with_.newPage({ viewport: { width: 900, height: 700 } })
  await page.goto(town.origin)
  await page.locator('amt-wayfinder [part=topic]').first().waitFor()
  await picture(page, 'plain-html')
  await page.close()
  await town.close()
}

async function wordPress(with_: Browser): Promise<void> {
  const site = await startWordPress(server.origin)
  await registerWebsite(server.databaseUrl, site.origin)
  const zip = join(temporaryFolder(), 'amtsweg.zip')
  site.let('pack_plugin', { from: join(root, 'packages/wordpress'), to: zip })

  const office = await with_.newPage({ viewport: { width: 900, height: 620 }, locale: 'de-DE' })
  await site.enter(office, 'verwaltung', '/wp-admin/plugin-install.php?tab=upload')
  await office.locator('#pluginzip').setInputFiles(zip)
  await office.locator('#install-plugin-submit').click()
  await office.locator('a[href*="action=activate"]').click()
  await office.locator('tr[data-slug="amtsweg"] a[href*="page=amtsweg"]').click()
  await office.locator('#amtsweg-server').fill(server.origin)
  await office.locator('#amtsweg-area').fill(area)
  await office.locator('#submit').click()
  await office.locator('.notice-success').waitFor()
  await picture(office, 'wordpress-settings')
  await office.close()

  const context = await with_.newContext({ viewport: { width: 1_200, height: 760 }, locale: 'de-DE' })
  const editor = await context.newPage()
  await site.enter(editor, 'editor', '/wp-admin/post-new.php')
  await editor.locator('.editor-post-title__input').fill('Was erledige ich wo?')
  await editor.keyboard.press('Enter')
  await editor.keyboard.type('/amtsweg')
  await editor.locator('.components-autocomplete__result').first().click()
  await editor.locator('.wp-block-amtsweg-widget').waitFor()
  await picture(editor, 'wordpress-block')
  await editor
    .locator('.editor-post-publish-button__button, .editor-post-publish-panel__toggle')
    .first()
    .click()
  await editor.locator('.editor-post-publish-panel .editor-post-publish-button').click()
  const link = editor.locator('.post-publish-panel__postpublish-buttons a').first()
  const address = await link.getAttribute('href')

  const page = await with_.newPage({ viewport: { width: 1_000, height: 900 }, locale: 'de-DE' })
  await page.goto(address ?? '')
  await page.locator('amt-wayfinder [part=topic]').first().waitFor()
  await picture(page, 'wordpress-page')
}
