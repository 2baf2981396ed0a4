import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { describeOptional, hasPhp } from '../optional-php.ts'
import { useStage } from './browser.ts'
import { type HostPage, openTown } from './host-page.ts'

const wordpress = '/usr/share/wordpress/wp-includes'
const stage = useStage()
let town: HostPage | undefined
afterEach(() => town?.close())

/** WordPress's own filter of what unknown providers send and its own list of allowed HTML; around them only what they ask of the rest. */
const filter = (url: string) => `<?php
define('ABSPATH', '${wordpress}/../'); define('WPINC', 'wp-includes');
function _wp_oembed_get_object() { return new class { function get_provider($u, $a) { return false; } }; }
function wp_generate_password($length, $special) { return 'abcDEF1234'; }
function apply_filters($name, $value) { return $value; }
function esc_url($url) { return str_replace('&', '&#038;', str_replace('&amp;', '&', $url)); }
function wp_allowed_protocols() { return ['http', 'https']; }
function add_filter() {} function get_option() { return 'UTF-8'; } function is_utf8_charset() { return true; }
require ABSPATH . WPINC . '/kses.php';
preg_match('/function wp_filter_oembed_result.*?\\n}\\n/s', file_get_contents(ABSPATH . WPINC . '/embed.php'), $found);
eval($found[0]);
$data = json_decode(file_get_contents('${url}'));
echo wp_filter_oembed_result($data->html, $data, 'x');`

/** A page of WordPress on which somebody has pasted an address of ours. */
async function paste(path: string) {
  const { origin } = stage.server
  const asked = `${origin}/oembed?maxwidth=600&url=${encodeURIComponent(origin + path)}`
  const { stdout, stderr } = spawnSync('php', { input: filter(asked), encoding: 'utf8' })
  expect(stderr).toBe('')
  const script = readFileSync(`${wordpress}/js/wp-embed.min.js`, 'utf8')
  town = await openTown({
    body: `${stdout}<script src="/wp-embed.js"></script>`,
    files: { '/wp-embed.js': ['text/javascript', script] },
  })
  // It hides the frame by a style of its own until it has heard from it, and its sandbox is reported when links open nothing.
  const page = await stage.open(town.origin, { disturbed: true })
  return { page, frame: page.frameLocator('iframe') }
}

describeOptional(
  'an address that is pasted into WordPress',
  hasPhp() && existsSync(`${wordpress}/embed.php`),
  'php-cli wordpress',
  () => {
    test('becomes a frame as high as it may be, in which forms work', async () => {
      const { page, frame } = await paste('/services/mv-hundesteuer?area=13074')
      const element = page.locator('iframe')
      await expect.poll(() => element.getAttribute('height')).toBe('1000')
      expect(await element.getAttribute('sandbox')).toBe('allow-scripts')
      expect(await page.locator('blockquote').isVisible()).toBe(false)
      await frame.getByRole('textbox', { name: 'Ihr Ort oder Ihre Postleitzahl' }).fill('Boltenhagen')
      await frame.getByRole('button', { name: 'Zuständige Stelle finden' }).click()
      await frame.getByRole('heading', { name: 'Amt Klützer Winkel' }).waitFor()
    })

    test('leads to a page of its own, which takes the place of the page', async () => {
      const { page, frame } = await paste('/embed/responsibility-finder?service=mv-hundesteuer&area=13074087')
      await frame.getByRole('link', { name: 'Auf eigener Seite öffnen' }).click()
      await page.waitForURL(
        `${stage.server.origin}/embed/responsibility-finder?area=13074087&service=mv-hundesteuer`,
      )
    })

    test('is a link where nothing of ours comes', async () => {
      const { page } = await paste('/services/mv-hundesteuer')
      await page.route(`${stage.server.origin}/**`, (route) => route.abort())
      await page.reload()
      await page.getByRole('link', { name: 'Hund anmelden (Hundesteuer)' }).waitFor()
    })
  },
)
