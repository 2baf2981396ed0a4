import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite'
import { html } from 'lit'
import { manifest } from 'virtual:elements-manifest'
import type { AmtElement } from '@amtsweg/kit'
import { languages } from '@amtsweg/messages/languages.ts'

setCustomElementsManifest(manifest)

const nameOf = new Intl.DisplayNames(['de'], { type: 'language' })
const own: Readonly<Record<string, string>> = { 'de-x-leicht': 'Leichte Sprache', nds: 'Plattdeutsch' }
const directionOf = (lang: string) => (/^(?:ar|fa)$/.test(lang) ? 'rtl' : 'ltr')

/** Gives the story's own elements, not those inside them, the look that the toolbar asks for. */
function dress(theme: unknown): void {
  const look = theme as NonNullable<AmtElement['theme']>
  for (const element of document.querySelectorAll<AmtElement>(
    'amt-wayfinder, amt-responsibility-finder, amt-office-card, amt-place-picker',
  ))
    element.theme = look === 'host' ? undefined : look
}

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: {
      test: 'error',
      options: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'] },
    },
  },
  globalTypes: {
    lang: {
      description: 'Language of the page around the widget',
      toolbar: {
        icon: 'globe',
        items: languages.map((value) => ({ value, title: own[value] ?? nameOf.of(value) ?? value })),
        dynamicTitle: true,
      },
    },
    dir: {
      description: 'Reading direction of the page around the widget',
      toolbar: {
        icon: 'transfer',
        items: [
          { value: 'auto', title: 'Richtung der Sprache' },
          { value: 'ltr', title: 'Von links nach rechts' },
          { value: 'rtl', title: 'Von rechts nach links' },
        ],
        dynamicTitle: true,
      },
    },
    theme: {
      description: 'Look of the widget',
      toolbar: { icon: 'paintbrush', items: ['host', 'kern', 'contrast'], dynamicTitle: true },
    },
    scheme: {
      description: 'Light or dark page around the widget',
      toolbar: { icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
  },
  initialGlobals: { lang: 'de', dir: 'auto', theme: 'host', scheme: 'light' },
  decorators: [
    (story, { globals, parameters }) => {
      const { lang, dir, theme, scheme } = globals as Readonly<Record<string, string>>
      const { documentElement, body } = document
      documentElement.lang = lang!
      documentElement.dir = dir === 'auto' ? directionOf(lang!) : dir!
      documentElement.style.colorScheme = scheme!
      // A story about foreign pages brings its own.
      if (!parameters['foreign'])
        Object.assign(body.style, {
          background: 'Canvas',
          color: 'CanvasText',
          font: '1rem/1.5 system-ui, sans-serif',
        })
      // Once Storybook has put it into the page.
      queueMicrotask(() => dress(theme))
      return html`${story()}`
    },
  ],
}

export default preview
