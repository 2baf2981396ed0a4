import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html } from 'lit'
import { type ApiClient, ApiError, markStale, NetworkError, OfflineError } from '@amtsweg/client'
import { rememberPlace } from '@amtsweg/kit'
import { openNow, sampleUnit } from '@amtsweg/kit/testing.ts'
import {
  sampleService,
  sampleServiceWithDeadLinks,
  wayfinderClient,
} from '@amtsweg/widgets/wayfinding/samples.ts'
import { expect, reads, shown, type, userEvent, waitFor } from './playing.ts'
import '@amtsweg/widgets/responsibility/responsibility-finder.ts'
import '@amtsweg/widgets/wayfinding/wayfinder.ts'

interface Args {
  readonly view: 'search' | 'life-situations' | 'a-z'
  readonly service: string
  readonly lifeSituation: string
  readonly area: string
  readonly client: ApiClient
}

const office = async () => ({
  status: 'resolved' as const,
  service: { id: 'pa', title: sampleService.title },
  units: [{ role: 'responsible' as const, unit: openNow(sampleUnit) }],
  others: [],
})
const client = (answers: Partial<ApiClient> = {}) => wayfinderClient({ responsibility: office, ...answers })
const waiting = () => new Promise<never>(() => {})
const failing = (error: Error) => () => Promise.reject(error)

const tag = 'amt-wayfinder'

/** Types, and waits for the lines or, after Enter, for what they lead to. */
const typing = (typed: string, submit = false, answers: Partial<ApiClient> = {}): Story => ({
  args: { client: client(answers) },
  play: async ({ canvasElement }) => {
    await type(await shown<HTMLInputElement>(canvasElement, tag, 'amt-combobox', 'input'), typed)
    if (!submit) return void (await shown(canvasElement, tag, 'amt-combobox', 'li:nth-child(2)'))
    await userEvent.keyboard('{Enter}')
    await reads(await shown(canvasElement, tag, 'h2'), typed)
  },
})

export default {
  title: 'Wegweiser/Behördenwegweiser',
  component: 'amt-wayfinder',
  args: {
    view: 'search',
    service: '',
    lifeSituation: '',
    area: '',
    client: client(),
  },
  argTypes: {
    view: { control: 'inline-radio', options: ['search', 'life-situations', 'a-z'] },
    client: { control: false },
  },
  render: ({ view, service, lifeSituation, area, client }) => {
    rememberPlace(undefined)
    return html`
      <amt-wayfinder
        view=${view}
        service=${service}
        life-situation=${lifeSituation}
        area=${area}
        .client=${client}
      >
        <p>Wir helfen auch am Telefon: <a href="tel:115">Behördennummer 115</a></p>
      </amt-wayfinder>
    `
  },
} satisfies Meta<Args>

type Story = StoryObj<Args>

export const Start: Story = { tags: ['everywhere'] }
export const Suggestions: Story = typing('Perso')
export const Results: Story = { tags: ['phone'], ...typing('Hund', true) }
export const QuestionAnswered: Story = typing('Hund gekauft', true)
export const QuestionAnsweredAlone: Story = typing('Hund gekauft', true, {
  services: async () => ({ items: [], next: null }),
})
export const NoResult: Story = typing('Einhorn', true, { services: async () => ({ items: [], next: null }) })
export const LifeSituations: Story = { args: { view: 'life-situations' } }
export const LifeSituation: Story = { args: { lifeSituation: 'ausweise' } }
export const AtoZ: Story = {
  tags: ['phone'],
  args: { view: 'a-z' },
}
export const TopicOpened: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(await shown(canvasElement, tag, '[part=topic] .link'))
    await shown(canvasElement, tag, '[part=back]')
  },
}
export const BackAgain: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(await shown(canvasElement, tag, '[part=topic] .link'))
    await userEvent.click(await shown(canvasElement, tag, '[part=back]'))
    const heading = await shown(canvasElement, tag, '[part=heading]')
    await waitFor(() => expect(heading.getRootNode()).toHaveProperty('activeElement', heading))
  },
}
export const Service: Story = {
  tags: ['phone'],
  args: { service: 'pa', area: '130765654042' },
}
export const ServiceWithoutPlace: Story = { args: { service: 'pa' } }
export const ServiceEnglish: Story = {
  args: { service: 'pa', area: '130765654042' },
  globals: { lang: 'en' },
}
export const ServiceWithDeadLinks: Story = {
  args: {
    service: 'pa',
    area: '130765654042',
    client: client({ service: async () => sampleServiceWithDeadLinks }),
  },
}
export const ServiceOfATown: Story = {
  args: {
    service: 'pa',
    area: '130740087',
    client: client({
      service: async () => ({
        ...sampleService,
        provenance: {
          layer: 'gemeinde',
          areaName: 'Wismar',
          author: 'Hansestadt Wismar',
          source: 'texts',
          updatedAt: '2026-11-03',
        },
      }),
    }),
  },
}
/** Opens the fold, gives a day and asks. */
const counting = (day: string, answers: Partial<ApiClient> = {}): Story => ({
  args: { service: 'pa', area: '130765654042', client: client(answers) },
  play: async ({ canvasElement }) => {
    await userEvent.click(await shown(canvasElement, tag, '[part=count-deadline] summary'))
    const date = await shown<HTMLInputElement>(canvasElement, tag, '[part=date]')
    date.value = day
    await userEvent.click(await shown(canvasElement, tag, '[part=count]'))
  },
})
export const DeadlineCounted: Story = counting('2026-03-20')
export const DeadlineBeingCounted: Story = counting('2026-03-20', { deadlines: waiting })
export const DeadlineWithoutDay: Story = counting('')
export const DeadlineFailed: Story = counting('2026-03-20', {
  deadlines: failing(new NetworkError('no answer')),
})
export const Loading: Story = { args: { client: client({ lifeSituations: waiting }) } }
export const LoadingService: Story = { args: { service: 'pa', client: client({ service: waiting }) } }
export const Failed: Story = {
  args: {
    client: client({ lifeSituations: failing(new ApiError({ status: 503, code: 'unavailable' }, 5)) }),
  },
}
export const Unreachable: Story = {
  args: { client: client({ lifeSituations: failing(new NetworkError('no answer')) }) },
}
export const Offline: Story = {
  args: { client: client({ lifeSituations: failing(new OfflineError('offline')) }) },
}
export const OfflineWithWhatIsKnown: Story = {
  args: {
    service: 'pa',
    client: client({ service: async () => markStale(sampleService, new Date('2026-11-23T09:00:00Z')) }),
  },
}
