import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import type { Suggest } from '@amtsweg/kit/combobox.ts'
import type { StateMessages } from '@amtsweg/messages'
import { expect, reads, shown, type, userEvent, waitFor } from './playing.ts'
import { wordsOf } from './words.ts'
import '@amtsweg/kit/combobox.ts'

interface Args {
  readonly label: string
  readonly help: string
  readonly error: string
  readonly value: string
  readonly minLength: number
  readonly suggest: Suggest
}

const towns = ['Grabow', 'Hagenow', 'Ludwigslust', 'Lübtheen', 'Parchim', 'Wittenburg']
const suggestTowns: Suggest = (text) =>
  towns
    .filter((label) => label.toLowerCase().includes(text.toLowerCase()))
    .map((label) => ({ label, detail: 'Landkreis Ludwigslust-Parchim', value: label }))

export default {
  title: 'Baukasten/Eingabefeld mit Vorschlägen',
  component: 'amt-combobox',
  args: {
    label: 'Ihr Ort',
    help: 'Zum Beispiel „Hagenow“',
    error: '',
    value: '',
    minLength: 2,
    suggest: suggestTowns,
  },
  argTypes: { suggest: { control: false } },
  loaders: [async ({ globals }) => ({ states: await wordsOf('states', globals['lang']) })],
  render: ({ label, help, error, value, minLength, suggest }, { loaded }) => html`
    <amt-combobox
      .label=${label}
      .help=${help}
      .error=${error}
      .value=${value}
      .minLength=${minLength}
      .suggest=${suggest}
      .words=${(loaded['states'] as StateMessages).search}
    ></amt-combobox>
  `,
} satisfies Meta<Args>

type Story = StoryObj<Args>

const field = (canvas: HTMLElement) => shown<HTMLInputElement>(canvas, 'amt-combobox', 'input')
const typing = (text: string): Pick<Story, 'play'> => ({
  play: async ({ canvasElement }) => type(await field(canvasElement), text),
})

export const Initial: Story = {}
export const AllLinesAtOnce: Story = {
  tags: ['everywhere'],
  args: { minLength: 0 },
  play: async ({ canvasElement }) => {
    const input = await field(canvasElement)
    await userEvent.click(input)
    await shown(canvasElement, 'amt-combobox', 'li:nth-child(6)')
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    const second = await shown(canvasElement, 'amt-combobox', '[aria-selected=true]')
    await expect(second).toHaveTextContent('Hagenow')
  },
}
export const Chosen: Story = {
  play: async ({ canvasElement }) => {
    const input = await field(canvasElement)
    await type(input, 'ow')
    await shown(canvasElement, 'amt-combobox', 'li:nth-child(2)')
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await waitFor(() => expect(input).toHaveValue('Grabow'))
    await expect(input).toHaveAttribute('aria-expanded', 'false')
  },
}
export const Loading: Story = { args: { suggest: () => new Promise(() => {}) }, ...typing('Hag') }
export const Empty: Story = { args: { suggest: () => [] }, ...typing('Einhorn') }
export const Failed: Story = {
  args: { suggest: () => Promise.reject(new Error('down')) },
  play: async ({ canvasElement }) => {
    await type(await field(canvasElement), 'Hag')
    await reads(await shown(canvasElement, 'amt-combobox', '[role=status]'), /\w/)
  },
}
export const Wrong: Story = { args: { value: 'Hagenau', error: 'Bitte wählen Sie einen Vorschlag.' } }
