import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import { type ApiClient, OfflineError } from '@amtsweg/client'
import { fakeClient } from '@amtsweg/kit/testing.ts'
import { sampleFound, sampleNobody } from '@amtsweg/widgets/directory/samples.ts'
import { expect, shown, type, userEvent } from './playing.ts'
import '@amtsweg/kit/office-card.ts'
import '@amtsweg/widgets/directory/directory.ts'
import '@amtsweg/widgets/directory/person-card.ts'

interface Args {
  readonly client: ApiClient
  readonly area: string
  readonly embedded: boolean
}

const finding = (directory: ApiClient['directory']) => fakeClient({ directory })

export default {
  title: 'Verzeichnis/Suche',
  component: 'amt-directory',
  args: { client: finding(async () => sampleFound), area: '', embedded: false },
  argTypes: { client: { table: { disable: true } } },
  render: ({ client, area, embedded }) => html`
    <amt-directory .client=${client} area=${area} ?embedded=${embedded}>
      <a href="tel:115">Behördennummer 115</a>
    </amt-directory>
  `,
} satisfies Meta<Args>

type Story = StoryObj<Args>

/** Types a word and searches. */
const searched: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const field = await shown<HTMLInputElement>(canvasElement, 'amt-directory', 'input')
  await type(field, 'Wohngeld')
  await userEvent.keyboard('{Enter}')
}
const until =
  (selector: string): NonNullable<Story['play']> =>
  async (context) => {
    await searched(context)
    await expect(await shown(context.canvasElement, 'amt-directory', selector)).toBeVisible()
  }

export const Initial: Story = { tags: ['everywhere'] }
export const Found: Story = { play: until('[part=person]') }
export const NobodyFound: Story = {
  args: { client: finding(async () => sampleNobody) },
  play: until('[part=state]'),
}
export const Loading: Story = { args: { client: finding(() => new Promise(() => {})) }, play: searched }
export const Failed: Story = {
  args: { client: finding(() => Promise.reject(new OfflineError('directory'))) },
  play: until('[part=retry]'),
}
