import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import { rememberPlace } from '@amtsweg/kit'
import { fakeClient } from '@amtsweg/kit/testing.ts'
import { sampleResolved } from '@amtsweg/widgets/responsibility/samples.ts'
import { wayfinderClient } from '@amtsweg/widgets/wayfinding/samples.ts'
import { expect, reads, shown, type, waitFor } from './playing.ts'
import './theme-page.ts'
import '@amtsweg/widgets/responsibility/responsibility-finder.ts'
import '@amtsweg/widgets/wayfinding/wayfinder.ts'

const search = wayfinderClient()
const office = fakeClient({ responsibility: async () => sampleResolved })

export default {
  title: 'Gestaltung/Themen und Tokens',
  tags: ['!autodocs'],
  render: () => {
    rememberPlace(undefined)
    return html`<amt-theme-page .search=${search} .office=${office}></amt-theme-page>`
  },
} satisfies Meta

type Story = StoryObj

export const Tokens: Story = {}
export const TokensTaken: Story = {
  play: async ({ canvasElement }) => {
    const page = 'amt-theme-page'
    const button = await shown(canvasElement, page, 'amt-wayfinder', '.button')
    await type(await shown<HTMLInputElement>(canvasElement, page, '[id="--amt-color-accent"]'), '#8a1c4a')
    await type(await shown<HTMLInputElement>(canvasElement, page, '[id="--amt-radius"]'), '1.5rem')
    await waitFor(() => expect(button).toHaveStyle({ backgroundColor: 'rgb(138, 28, 74)' }))
    await expect(await shown(canvasElement, page, '#css')).toHaveValue(
      'amt-wayfinder,\namt-responsibility-finder {\n  --amt-color-accent: #8a1c4a;\n  --amt-radius: 1.5rem;\n}\n',
    )
  },
}
export const PoorContrastTold: Story = {
  play: async ({ canvasElement }) => {
    const page = 'amt-theme-page'
    await shown(canvasElement, page, 'amt-wayfinder', '.button')
    const accent = await shown<HTMLInputElement>(canvasElement, page, '[id="--amt-color-accent"]')
    await type(accent, '#ddd')
    const poor = await shown(canvasElement, page, '.poor')
    await reads(poor, /zu wenig/)
    accent.value = ''
    await type(accent, '#0b5c4a')
    await waitFor(() => expect(poor).not.toHaveClass('poor'), { timeout: 10_000 })
  },
}
