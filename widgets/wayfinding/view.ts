import type { TemplateResult } from 'lit'
import type { ApiClient } from '@amtsweg/client'
import type { Audience } from '@amtsweg/contract'
import type { AmtElement } from '@amtsweg/kit'
import type { WayfindingMessages } from '@amtsweg/messages'

export type ViewName = 'search' | 'results' | 'life-situations' | 'life-situation' | 'a-z' | 'service'

/** Where the reader is inside the widget; everything in it may stand in an address. */
export interface Step {
  readonly view: ViewName
  /** What was searched for. */
  readonly q?: string | undefined
  readonly audience?: Audience | undefined
  readonly lifeSituation?: string | undefined
  readonly letter?: string | undefined
  readonly service?: string | undefined
  /** Heading until the data have come; never in an address. */
  readonly title?: string | undefined
}

/** What a view needs to ask for its data. */
export interface Ask {
  readonly client: ApiClient
  readonly step: Step
  readonly area: string
  /** Language of the page around. */
  readonly lang: string
  /** How many pages of a list the reader has asked for. */
  readonly pages: number
  readonly signal: AbortSignal
}

/** What a view may use of the widget around it. */
export interface Frame {
  readonly m: WayfindingMessages
  /** Language of the words. */
  readonly lang: string
  readonly step: Step
  /** The widget itself. */
  readonly host: AmtElement
  readonly client: ApiClient
  readonly api: string
  /** The place that the page has set, if any. */
  readonly area: string
  /** Whether it is known where the reader is. */
  readonly placed: boolean
  /** Leads to another step: a link where steps have addresses, else a button. */
  readonly link: (step: Step, content: unknown, id?: string) => TemplateResult
  /** Exchanges the step without a way back to the one before. */
  readonly refine: (step: Step) => void
  readonly more: () => void
}

/** One view of the widget; the heading and the ways around it belong to the widget. */
export interface View<Data> {
  readonly heading: (step: Step, m: WayfindingMessages, data?: Data) => unknown
  readonly load: (ask: Ask) => Promise<Data>
  readonly shape: TemplateResult
  /** What a screen reader is told once the data have come. */
  readonly status?: (data: Data, m: WayfindingMessages) => string
  readonly render: (data: Data, frame: Frame) => unknown
}

interface Page<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

/** As many pages of a list as were asked for, in one; the earlier ones come out of the client's memory. */
export async function pagesOf<Item, Answer extends Page<Item>>(
  count: number,
  ask: (cursor?: string) => Promise<Answer>,
): Promise<Answer> {
  let all = await ask()
  for (let page = 1; page < count && all.next; page++) {
    const { items, next } = await ask(all.next)
    all = { ...all, items: [...all.items, ...items], next }
  }
  return all
}
