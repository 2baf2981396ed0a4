import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import { type ApiClient, OfflineError } from '@amtsweg/client'
import { fakeClient, sampleHits } from '@amtsweg/kit/testing.ts'
import { expect, reads, shown, type, userEvent, waitFor } from './playing.ts'
import { wordsOf } from './words.ts'
import '@amtsweg/kit/place-picker.ts'

interface Args {
  readonly client: ApiClient
}

const finding = (areas: ApiClient['areas']) => ({
  args: { client: fakeClient({ areas, areaAt: async () => sampleHits[2] }) },
})

export default {
  title: 'Orte/Ortsauswahl',
  component: 'amt-place-picker',
  argTypes: { client: { control: false } },
  loaders: [
    async ({ globals: { lang } }) => ({
      messages: { ...(await wordsOf('states', lang)), places: await wordsOf('places', lang) },
    }),
  ],
  render: ({ client }, { loaded }) =>
    html`<amt-place-picker .client=${client} .messages=${loaded['messages']}></amt-place-picker>`,
} satisfies Meta<Args>

type Story = StoryObj<Args>

const field = (canvas: HTMLElement) =>
  shown<HTMLInputElement>(canvas, 'amt-place-picker', 'amt-combobox', 'input')
const typing = (text: string): Pick<Story, 'play'> => ({
  play: async ({ canvasElement }) => type(await field(canvasElement), text),
})

export const Initial: Story = {
  tags: ['everywhere'],
  ...finding(async () => ({ items: [...sampleHits], next: null })),
}
export const Namesakes: Story = {
  ...finding(async () => ({ items: [...sampleHits], next: null })),
  play: async ({ canvasElement }) => {
    await type(await field(canvasElement), 'Neuen')
    await shown(canvasElement, 'amt-place-picker', 'amt-combobox', 'li:nth-child(4)')
  },
}
export const PositionFound: Story = {
  ...finding(async () => ({ items: [], next: null })),
  beforeEach: () => {
    const { geolocation } = navigator
    const here = { coords: { latitude: 53.4, longitude: 11.2 } } as GeolocationPosition
    Object.defineProperty(navigator, 'geolocation', {
      configurable: true,
      value: { getCurrentPosition: (found: PositionCallback) => found(here) },
    })
    return () => Object.defineProperty(navigator, 'geolocation', { configurable: true, value: geolocation })
  },
  play: async ({ canvasElement }) => {
    await userEvent.click(await shown(canvasElement, 'amt-place-picker', '[part=locate]'))
    const input = await field(canvasElement)
    await waitFor(() => expect(input).toHaveValue('Viez'))
  },
}
export const Loading: Story = { ...finding(() => new Promise(() => {})), ...typing('Hag') }
export const Empty: Story = { ...finding(async () => ({ items: [], next: null })), ...typing('Einhorn') }
export const Failed: Story = {
  ...finding(() => Promise.reject(new OfflineError())),
  play: async ({ canvasElement }) => {
    await type(await field(canvasElement), 'Hag')
    await reads(await shown(canvasElement, 'amt-place-picker', 'amt-combobox', '[role=status]'), /\w/)
  },
}
