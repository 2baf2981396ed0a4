import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import type { Suggest } from '@amtsweg/kit/combobox.ts'
import { messages } from '@amtsweg/messages/states/de.ts'
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
  render: ({ label, help, error, value, minLength, suggest }) => html`
    <amt-combobox
      .label=${label}
      .help=${help}
      .error=${error}
      .value=${value}
      .minLength=${minLength}
      .suggest=${suggest}
      .words=${messages.search}
    ></amt-combobox>
  `,
} satisfies Meta<Args>

type Story = StoryObj<Args>

export const Initial: Story = {}
export const AllLinesAtOnce: Story = { args: { minLength: 0 } }
export const Loading: Story = { args: { suggest: () => new Promise(() => {}) } }
export const Empty: Story = { args: { suggest: () => [] } }
export const Failed: Story = { args: { suggest: () => Promise.reject(new Error('down')) } }
export const Wrong: Story = { args: { value: 'Hagenau', error: 'Bitte wählen Sie einen Vorschlag.' } }
