import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite'
import { html } from 'lit'
import { manifest } from 'virtual:elements-manifest'

setCustomElementsManifest(manifest)

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    lang: {
      description: 'Language of the page around the widget',
      toolbar: { icon: 'globe', items: ['de', 'en'], dynamicTitle: true },
    },
    scheme: {
      description: 'Light or dark page around the widget',
      toolbar: { icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
    dir: {
      description: 'Reading direction of the page around the widget',
      toolbar: { icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
  },
  initialGlobals: { lang: 'de', scheme: 'light', dir: 'ltr' },
  decorators: [
    (story, { globals }) => {
      document.documentElement.style.colorScheme = String(globals['scheme'])
      Object.assign(document.body.style, {
        background: 'Canvas',
        color: 'CanvasText',
        font: '1rem/1.5 system-ui, sans-serif',
      })
      return html`<div lang=${globals['lang']} dir=${globals['dir']}>${story()}</div>`
    },
  ],
}

export default preview
