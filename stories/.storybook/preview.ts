import type { Preview } from '@storybook/web-components-vite'

const preview: Preview = {
  globalTypes: {
    lang: {
      description: 'Language of the page around the widget',
      toolbar: { icon: 'globe', items: ['de', 'en'], dynamicTitle: true },
    },
  },
  initialGlobals: { lang: 'de' },
}

export default preview
