import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import { type ApiClient, ApiError, markStale, OfflineError } from '@amtsweg/client'
import type { Responsibility } from '@amtsweg/contract'
import { rememberPlace } from '@amtsweg/kit'
import { fakeClient, openNow, sampleHits } from '@amtsweg/kit/testing.ts'
import {
  sampleAmbiguous,
  sampleResolved,
  sampleTwoTiers,
  sampleUnrecorded,
} from '@amtsweg/widgets/responsibility/samples.ts'
import { reads, shown, type, userEvent } from './playing.ts'
import '@amtsweg/widgets/responsibility/responsibility-finder.ts'

interface Args {
  readonly service: string
  readonly area: string
  readonly client: ApiClient
}

/** The office that is open at the time of the test would be closed whenever somebody looks at a story. */
const today = (answer: Responsibility): Responsibility =>
  answer.status === 'resolved'
    ? { ...answer, units: answer.units.map((each) => ({ ...each, unit: openNow(each.unit) })) }
    : answer

const answering = (responsibility: ApiClient['responsibility']) =>
  fakeClient({
    responsibility,
    areas: async () => ({ items: [...sampleHits], next: null }),
    suggest: async () => ({
      items: [
        {
          text: 'Personalausweis beantragen',
          service: { id: 'pa', title: 'Personalausweis beantragen' },
          matched: 'title',
        },
        {
          text: 'Perso verlängern',
          service: { id: 'pa', title: 'Personalausweis beantragen' },
          matched: 'keyword',
        },
      ],
      next: null,
    }),
  })
const found = async () => today(sampleResolved)
const finding = (answer: Responsibility) => ({ args: { client: answering(async () => today(answer)) } })
/** Asks first, answers next. */
const asking = (choices: number) => ({
  args: {
    client: answering(async ({ area }) =>
      area === '13076' ? sampleAmbiguous(choices) : today(sampleResolved),
    ),
  },
})

export default {
  title: 'Zuständigkeit/Zuständigkeitsfinder',
  component: 'amt-responsibility-finder',
  args: { service: 'personalausweis', area: '13076', client: answering(found) },
  argTypes: { client: { control: false } },
  render: ({ service, area, client }) => {
    rememberPlace(undefined)
    return html`
      <amt-responsibility-finder service=${service} area=${area} .client=${client}>
        <a href="tel:115">Behördennummer 115</a>
      </amt-responsibility-finder>
    `
  },
} satisfies Meta<Args>

type Story = StoryObj<Args>

export const Initial: Story = { args: { area: '' } }
export const InitialWithoutService: Story = { args: { area: '', service: '' } }
export const Loading: Story = { args: { client: answering(() => new Promise(() => {})) } }
export const Found: Story = { tags: ['everywhere'], ...finding(sampleResolved) }
export const FoundInTwoTiers: Story = finding(sampleTwoTiers)
export const AmbiguousRadios: Story = { tags: ['phone'], ...asking(5) }
export const AmbiguousCombobox: Story = asking(10)
export const AmbiguousAnswered: Story = {
  ...asking(5),
  play: async ({ canvasElement }) => {
    const tag = 'amt-responsibility-finder'
    await userEvent.click(await shown(canvasElement, tag, '[part=choice] input'))
    await userEvent.click(await shown(canvasElement, tag, '[part=question] .button'))
    await reads(await shown(canvasElement, tag, 'amt-office-card', '[part=name]'), /Einwohnermeldeamt/)
  },
}
export const AmbiguousUnanswered: Story = {
  ...asking(5),
  play: async ({ canvasElement }) => {
    const tag = 'amt-responsibility-finder'
    await userEvent.click(await shown(canvasElement, tag, '[part=question] .button'))
    await reads(await shown(canvasElement, tag, '.error'), /\w/)
  },
}
export const ServiceSuggested: Story = {
  args: { area: '', service: '' },
  play: async ({ canvasElement }) => {
    const path = ['amt-responsibility-finder', 'amt-combobox']
    await type(await shown<HTMLInputElement>(canvasElement, ...path, 'input'), 'Perso')
    await shown(canvasElement, ...path, 'li:nth-child(2)')
  },
}
export const Unrecorded: Story = finding(sampleUnrecorded)
export const Empty: Story = finding({ ...sampleUnrecorded, fallback: {} })
export const Failed: Story = {
  args: { client: answering(() => Promise.reject(new ApiError({ status: 503, code: 'unavailable' }, 5))) },
}
export const Offline: Story = { args: { client: answering(() => Promise.reject(new OfflineError())) } }
export const OfflineWithWhatIsKnown: Story = {
  args: { client: answering(async () => markStale(today(sampleResolved), new Date('2026-11-23T09:00:00Z'))) },
}
