import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import { type ApiClient, OfflineError } from '@amtsweg/client'
import { fakeClient, sampleHits } from '@amtsweg/kit/testing.ts'
import { messages as places } from '@amtsweg/messages/places/de.ts'
import { messages as states } from '@amtsweg/messages/states/de.ts'
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
  render: ({ client }) =>
    html`<amt-place-picker .client=${client} .messages=${{ ...states, places }}></amt-place-picker>`,
} satisfies Meta<Args>

type Story = StoryObj<Args>

export const Initial: Story = finding(async () => ({ items: [...sampleHits], next: null }))
export const Loading: Story = finding(() => new Promise(() => {}))
export const Empty: Story = finding(async () => ({ items: [], next: null }))
export const Failed: Story = finding(() => Promise.reject(new OfflineError()))
