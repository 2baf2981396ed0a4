import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import { type ApiClient, OfflineError } from '@amtsweg/client'
import { town } from '@amtsweg/widgets/geodata/testing.ts'
import { expect, shown, userEvent } from './playing.ts'
import '@amtsweg/widgets/geodata/map-viewer.ts'

interface Args {
  readonly client: ApiClient
  readonly collections: string
  readonly embedded: boolean
  readonly cluster: boolean
}

export default {
  title: 'Geodaten/Karte und Liste',
  component: 'amt-map-viewer',
  args: { client: town().client, collections: 'playgrounds,kitas', embedded: false, cluster: false },
  argTypes: { client: { table: { disable: true } } },
  render: ({ client, collections, embedded, cluster }) => html`
    <amt-map-viewer .client=${client} collections=${collections} ?embedded=${embedded} ?cluster=${cluster}>
      <a href="https://musterstadt.example/spielplaetze">Alle Spielplätze</a>
    </amt-map-viewer>
  `,
} satisfies Meta<Args>

type Story = StoryObj<Args>

/** Until the map has drawn what there is. */
const drawn: NonNullable<Story['play']> = async ({ canvasElement }) => {
  await shown(canvasElement, 'amt-map-viewer', 'amt-map-canvas', '#scale:not([hidden])')
}
const until =
  (selector: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    await expect(await shown(canvasElement, 'amt-map-viewer', selector)).toBeVisible()
  }

export const Found: Story = { tags: ['everywhere'], play: drawn }
export const Details: Story = {
  play: async (context) => {
    await drawn(context)
    const { canvasElement } = context
    await userEvent.click(await shown(canvasElement, 'amt-map-viewer', '[part=feature]'))
    await expect(await shown(canvasElement, 'amt-map-viewer', 'dl')).toBeVisible()
  },
}
export const Joined: Story = { args: { client: town(200).client, cluster: true }, play: drawn }
export const OneIsMissing: Story = {
  args: { collections: 'playgrounds,nirgends' },
  play: async (context) => {
    await until('[part=retry]')(context)
    await drawn(context)
  },
}
export const Empty: Story = {
  args: { collections: 'playgrounds', client: town(0).client },
  play: until('[part=state]'),
}
export const Loading: Story = {
  args: { client: town(3, { items: () => new Promise(() => {}) }).client },
}
export const Failed: Story = {
  args: { client: town(3, { collection: () => Promise.reject(new OfflineError('collection')) }).client },
  play: until('[part=retry]'),
}
