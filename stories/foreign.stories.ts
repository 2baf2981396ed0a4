import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html, type TemplateResult } from 'lit'
import blockTheme from '@amtsweg/demo-site/foreign/block-theme.css?raw'
import contentSystem from '@amtsweg/demo-site/foreign/content-system.css?raw'
import framework from '@amtsweg/demo-site/foreign/framework.css?raw'
import setsEverything from '@amtsweg/demo-site/foreign/sets-everything.css?raw'
import year1998 from '@amtsweg/demo-site/foreign/year-1998.css?raw'
import { rememberPlace } from '@amtsweg/kit'
import { fakeClient } from '@amtsweg/kit/testing.ts'
import { sampleResolved } from '@amtsweg/widgets/responsibility/samples.ts'
import { wayfinderClient } from '@amtsweg/widgets/wayfinding/samples.ts'
import '@amtsweg/widgets/responsibility/responsibility-finder.ts'
import '@amtsweg/widgets/wayfinding/wayfinder.ts'

const search = wayfinderClient()
const office = fakeClient({ responsibility: async () => sampleResolved })

const wayfinder = () => html`
  <amt-wayfinder .client=${search}><a href="https://www.example.org/dienste">Alle Dienste</a></amt-wayfinder>
`
const finder = () => html`
  <amt-responsibility-finder service="pa" area="130765654042" .client=${office}>
    <a href="tel:115">Behördennummer 115</a>
  </amt-responsibility-finder>
`

const page = (): TemplateResult => html`
  <header class="bar"><a href="#rathaus">Rathaus</a> · <a href="#kultur">Kultur</a></header>
  <main class="box">
    <h1>Bürgerservice</h1>
    <p>Das Rathaus hilft Ihnen <a href="#weiter">gern weiter</a>.</p>
    <section class="frame card">${wayfinder()}</section>
    <section class="frame card">${finder()}</section>
  </main>
`
const tablePage = (): TemplateResult => html`
  <table>
    <tr>
      <td class="bar"><a href="#rathaus">Rathaus</a><br /><a href="#kultur">Kultur</a></td>
      <td>
        <h1>Willkommen im Rathaus!</h1>
        <hr />
        ${wayfinder()}
        <hr />
        ${finder()}
      </td>
    </tr>
  </table>
`

/** A whole page in the manner of others; its style sheet holds for the document while the story is shown. */
const styledBy = (styles: string, render = page): Story => ({
  render,
  beforeEach: () => {
    rememberPlace(undefined)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    }
  },
})

/**
 * How elements look inside pages that others have made. Style sheets cannot reach into a shadow root, but what is inherited comes in:
 * font, colour, letter spacing, line height, direction; and some mean well with everything.
 */
export default {
  title: 'Gestaltung/In fremden Seiten',
  tags: ['!autodocs', 'foreign'],
  parameters: { foreign: true, layout: 'fullscreen' },
} satisfies Meta

type Story = StoryObj

export const Framework: Story = styledBy(framework)
export const ContentSystem: Story = styledBy(contentSystem)
export const BlockTheme: Story = styledBy(blockTheme)
export const SetsEverything: Story = styledBy(setsEverything)
export const Year1998: Story = styledBy(year1998, tablePage)

const each = ['framework', 'content-system', 'block-theme', 'sets-everything', 'year-1998']
/** All of them side by side. */
export const AllAtOnce: Story = {
  // Each frame is a story of its own.
  tags: ['!test'],
  render: () => html`
    ${each.map(
      (name) => html`
        <h2>${name}</h2>
        <iframe
          title=${name}
          width="100%"
          height="700"
          src="iframe.html?viewMode=story&id=gestaltung-in-fremden-seiten--${name}"
        ></iframe>
      `,
    )}
  `,
}
