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
import '@amtsweg/widgets/responsibility/responsibility-finder.ts'
import '@amtsweg/widgets/wayfinding/wayfinder.ts'

interface Args {
  readonly view: 'search' | 'life-situations' | 'a-z'
  readonly service: string
  readonly lifeSituation: string
  readonly area: string
  /** What is typed into the field when the story is shown. */
  readonly typed: string
  /** Whether what is typed is searched for, too. */
  readonly submit: boolean
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

/** Types as a reader would. */
async function type(canvas: HTMLElement, { typed, submit }: Args): Promise<void> {
  const widget = canvas.querySelector('amt-wayfinder')!
  await customElements.whenDefined('amt-combobox')
  while (!widget.shadowRoot!.querySelector('amt-combobox')) await new Promise(requestAnimationFrame)
  const field = widget.shadowRoot!.querySelector('amt-combobox')!
  await field.updateComplete
  const input = field.shadowRoot!.querySelector('input')!
  input.focus()
  input.value = typed
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
  if (submit) input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
}
const typing = (typed: string, submit = false, answers: Partial<ApiClient> = {}): Story => ({
  args: { typed, submit, client: client(answers) },
  play: ({ canvasElement, args }) => type(canvasElement, args),
})

export default {
  title: 'Wegweiser/Behördenwegweiser',
  component: 'amt-wayfinder',
  args: {
    view: 'search',
    service: '',
    lifeSituation: '',
    area: '',
    typed: '',
    submit: false,
    client: client(),
  },
  argTypes: {
    view: { control: 'inline-radio', options: ['search', 'life-situations', 'a-z'] },
    typed: { control: false },
    submit: { control: false },
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

export const Start: Story = {}
export const Suggestions: Story = typing('Perso')
export const Results: Story = typing('Hund', true)
export const QuestionAnswered: Story = typing('Hund gekauft', true)
export const QuestionAnsweredAlone: Story = typing('Hund gekauft', true, {
  services: async () => ({ items: [], next: null }),
})
export const NoResult: Story = typing('Einhorn', true, { services: async () => ({ items: [], next: null }) })
export const LifeSituations: Story = { args: { view: 'life-situations' } }
export const LifeSituation: Story = { args: { lifeSituation: 'ausweise' } }
export const AtoZ: Story = { args: { view: 'a-z' } }
export const Service: Story = { args: { service: 'pa', area: '130765654042' } }
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
    const root = canvasElement.querySelector('amt-wayfinder')!.shadowRoot!
    const shown = async <Found extends HTMLElement>(selector: string) => {
      while (!root.querySelector(selector)) await new Promise(requestAnimationFrame)
      return root.querySelector<Found>(selector)!
    }
    ;(await shown('[part=count-deadline] summary')).click()
    ;(await shown<HTMLInputElement>('[part=date]')).value = day
    ;(await shown('[part=count]')).click()
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
