import { afterEach, expect, test } from 'vitest'
import { useStage } from './browser.ts'
import { type HostPage, openTown } from './host-page.ts'
import { office } from './reader.ts'

const stage = useStage()
let town: HostPage
afterEach(() => town.close())

/** All three forms, with the room reserved before. */
const page = (nonce: string) => {
  const { origin } = stage.server
  return `<link rel="stylesheet" href="${origin}/assets/reserve.css" />
    <script type="module" src="${origin}/v1/embed.js"${nonce && ` nonce="${nonce}"`}></script>
    <amt-wayfinder><a href="${origin}/embed/wayfinder">Alle Dienste</a></amt-wayfinder>
    <div data-amt="responsibility-finder" data-service="mv-hundesteuer" data-area="130745454089" data-loading="eager"></div>
    <p><a href="${origin}/embed/wayfinder?view=a-z&amp;loading=eager">Von A bis Z</a></p>`
}

const trusted = "require-trusted-types-for 'script'; trusted-types amt-html"
const own = (directives: readonly string[]) => (origin: string) =>
  ["default-src 'none'", ...directives.map((directive) => `${directive} ${origin}`)].join('; ')

const policies: readonly (readonly [name: string, nonce: string, policy: (origin: string) => string])[] = [
  [
    'our origin for script, style, image and connect',
    '',
    own(['script-src', 'style-src', "img-src 'self'", 'connect-src']),
  ],
  [
    'the same with Trusted Types',
    '',
    (origin) => `${own(['script-src', 'style-src', "img-src 'self'", 'connect-src'])(origin)}; ${trusted}`,
  ],
  [
    'a nonce',
    'c2VjcmV0',
    (origin) =>
      `${own(["script-src 'nonce-c2VjcmV0'", 'style-src', "img-src 'self'", 'connect-src'])(origin)}; ${trusted}`.replace(
        `'nonce-c2VjcmV0' ${origin}`,
        "'nonce-c2VjcmV0'",
      ),
  ],
  [
    'a nonce with strict-dynamic, which knows no addresses',
    'c2VjcmV0',
    (origin) =>
      `default-src 'none'; script-src 'nonce-c2VjcmV0' 'strict-dynamic'; style-src ${origin}; connect-src ${origin}; img-src 'self'; ${trusted}`,
  ],
]

test.each(policies)(
  'every form works under a policy with %s, and violates nothing',
  async (_, nonce, policy) => {
    town = await openTown({ body: page(nonce), policy: policy(stage.server.origin) })
    const reader = await (await stage.enter()).newPage()
    await reader.goto(town.origin)
    await office(reader, /Amt Klützer Winkel/)
    await reader.locator('amt-wayfinder').first().locator('[part=topic]').first().waitFor()
    await reader.locator('amt-wayfinder[view=a-z] [part=letters]').waitFor()
    expect(await reader.locator('amt-wayfinder, amt-responsibility-finder').count()).toBeGreaterThanOrEqual(3)
  },
)
