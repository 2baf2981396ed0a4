import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useStage } from '../end-to-end/browser.ts'
import { heading, identityCard, searchField } from '../end-to-end/journey.ts'
import { button, choose, office } from '../end-to-end/reader.ts'
import { registerWebsite } from '../end-to-end/server.ts'
import { describeOptional } from '../optional-php.ts'
import { guide, ourSnippets } from './snippets.ts'
import { hasWordPress, needed, startWordPress, type WordPress } from './wordpress.ts'

const area = '130740087'

describeOptional('a WordPress whose editors may not write HTML', hasWordPress(), needed, () => {
  const stage = useStage()
  let site: WordPress
  beforeAll(async () => {
    site = await startWordPress(stage.server.origin, { server: stage.server.origin, area })
    await registerWebsite(stage.server.databaseUrl, site.origin)
  })
  afterAll(() => expect(site.complaints()).toEqual([]))

  const save = (content: string, role = 'editor') => {
    const post = site.let<{ id: number; saved: string; mayWriteHtml: boolean }>('save', {
      role,
      title: 'Was erledige ich wo?',
      content,
    })
    expect(post.mayWriteHtml).toBe(false)
    return { ...post, address: `${site.origin}/?p=${post.id}` }
  }
  const searches = async (page: Page) => {
    await choose(page, searchField, 'Perso verl', /Personalausweis beantragen/)
    await heading(page, identityCard).waitFor()
  }
  const address = () => `${stage.server.origin}/embed/wayfinder?area=${area}`

  test.each([
    ['the element, of which the link is left', 'editor', () => ourSnippets(stage.server.origin).element],
    ['the div', 'editor', () => ourSnippets(stage.server.origin).div],
    ['the link', 'author', () => ourSnippets(stage.server.origin).link],
    ['an address alone in a line', 'author', () => `Guten Tag!\n\n${address()}\n\nAuf Wiedersehen.`],
    [
      'the block for such addresses',
      'editor',
      () =>
        `<!-- wp:embed {"url":"${address()}"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
${address()}
</div></figure><!-- /wp:embed -->`,
    ],
    ['our block', 'editor', () => '<!-- wp:amtsweg/widget /-->'],
    ['our shortcode', 'author', () => '[amtsweg]'],
  ])('readers search with %s (saved by an %s)', async (_, role, content) => {
    const page = await stage.open(save(content() ?? '', role).address)
    await searches(page)
    expect(await page.locator('amt-wayfinder').getAttribute('area')).toBe(area)
    expect(await page.locator('script[src*="/v1/embed.js"]').count()).toBe(1)
  })

  test('the block takes a service of its own, and the office is found', async () => {
    const { address } = save(
      '<!-- wp:amtsweg/widget {"widget":"responsibility-finder","service":"mv-hundesteuer","area":"130745454089"} /-->',
    )
    await office(await stage.open(address), /Amt Klützer Winkel/)
  })

  test('readers without script get a page of the server by the link inside', async () => {
    const page = await stage.open(save('[amtsweg]Alle Leistungen[/amtsweg]').address, {
      javaScriptEnabled: false,
    })
    await page.getByRole('link', { name: 'Alle Leistungen' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(page.url()).toBe(address())
  })

  test('what an author writes into the shortcode becomes neither script nor another server', async () => {
    const hostile =
      '[amtsweg area=\'1"><img src=x onerror=alert(1)>\' api="https://evil.example" onclick="alert(1)" style="color:red"]<b>Alle</b>[/amtsweg]'
    const html = await (await fetch(save(hostile, 'author').address)).text()
    const element = /<amt-wayfinder[^>]*>.*?<\/amt-wayfinder>/s.exec(html)?.[0] ?? ''
    expect(element).toContain('>Alle</a>')
    expect(element).not.toMatch(/evil|onclick|style|<img/)
  })

  test('an iframe is taken out when it is saved', () => {
    expect(save(ourSnippets(stage.server.origin).iframe ?? '').saved).toBe('')
  })

  test('the editor shows a pasted address as the server’s oEmbed says', () => {
    const { html, provider_url } = site.let<{ html: string; provider_url: string }>('preview', {
      role: 'author',
      url: address(),
    })
    expect(provider_url).toBe(stage.server.origin)
    expect(html).toMatch(/<iframe [^>]*class="wp-embedded-content"/)
    expect(html).toContain(`src="${address()}"`)
  })

  // Half a hundred scripts, by a server for trying out.
  test(
    'the form in the block editor speaks German and keeps what is chosen',
    { timeout: 90_000 },
    async () => {
      const { id } = save('<!-- wp:amtsweg/widget {"widget":"responsibility-finder"} /-->')
      const context = await stage.browser.newContext()
      try {
        const page = await context.newPage()
        page.setDefaultTimeout(60_000)
        await site.enter(page, 'editor', `/wp-admin/post.php?post=${id}&action=edit`)
        await page.getByLabel('Text des Links').fill('Wer macht das?')
        await page
          .getByLabel('Widget', { exact: true })
          .selectOption('Behördenwegweiser: alle Leistungen durchsuchen')
        await button(page, 'Aktualisieren').or(button(page, 'Update')).click()
        await expect
          .poll(async () => (await fetch(`${site.origin}/?p=${id}`)).text(), { timeout: 30_000 })
          .toContain('>Wer macht das?</a></amt-wayfinder>')
      } finally {
        await context.close()
      }
    },
  )

  test('the settings keep what can work and say what cannot', () => {
    const enter = (given: object) => site.let<{ kept: object; errors: string[] }>('enter', given)
    expect(enter({ server: ' https://a.example/ ', area: '13 074 0087' })).toEqual({
      kept: { server: 'https://a.example', area },
      errors: [],
    })
    const kept = { server: stage.server.origin, area }
    for (const server of [
      'javascript:alert(1)',
      'http://a.example',
      'https://a.example/b',
      'https://u:p@a.example',
    ])
      expect(enter({ server, area: '1' })).toEqual({
        kept,
        errors: [expect.stringContaining('https://'), expect.stringContaining('Ein Gebiet hat')],
      })
  })

  test('uninstalled, nothing of it is left, and the links still lead to the server', async () => {
    const { address: post } = save(ourSnippets(stage.server.origin).link ?? '')
    expect(site.let('uninstall')).toEqual({ left: [] })
    const page = await stage.open(post)
    expect(await page.locator('script[src*="/v1/embed.js"]').count()).toBe(0)
    await page.getByRole('link', { name: 'Alle Dienste' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(page.url()).toBe(address())
  })

  test('without the plugin, an address alone in a line is a frame that WordPress has locked up', async () => {
    const page = await stage.open(save(address(), 'author').address, { disturbed: true })
    const frame = page.locator('iframe.wp-embedded-content')
    expect(await frame.getAttribute('sandbox')).toBe('allow-scripts')
    await frame.contentFrame().getByRole('heading', { level: 1 }).waitFor()
  })

  test('without the plugin, the guide’s lines for a theme make widgets of links', async () => {
    const [, lines = ''] = /```php\n(.*?)```/s.exec(readFileSync(guide('wordpress'), 'utf8')) ?? []
    const theme = lines.replaceAll('https://amtsweg.example.de', stage.server.origin)
    writeFileSync(join(site.folder, 'wp-content/mu-plugins/theme.php'), `<?php\n${theme}`)
    await searches(await stage.open(save(ourSnippets(stage.server.origin).link ?? '', 'author').address))
  })
})
