import { html, nothing } from 'lit'
import type { OpeningHours } from '@amtsweg/contract'
import { weekdayName } from '@amtsweg/kit/hours.ts'
import { type Fields, mergeChanges } from '../shell/conflict.ts'
import type { ContestedField, Side } from '../shell/conflict-view.ts'
import { shownDay } from '../shell/dates.ts'
import { weekdays } from './hours-draft.ts'
import { hoursWords as words } from './hours-words.ts'
import { hoursText } from './typed-hours.ts'
import '../shell/conflict-view.ts'

/** Days of which somebody has to choose a version, and what is done then. */
export interface HoursContest {
  readonly contested: readonly ContestedField[]
  readonly take: (choices: Readonly<Record<string, Side>>) => Promise<void>
}

/** Both versions of the days that two have changed, and a choice; `onTake` does what was chosen. */
export const contestView = (
  contest: HoursContest | undefined,
  onTake: (take: () => Promise<void>) => void,
) =>
  contest
    ? html`<desk-conflict-view
        .fields=${contest.contested}
        @desk-conflict-solved=${({ choices }: HTMLElementEventMap['desk-conflict-solved']) =>
          onTake(() => contest.take(choices))}
      ></desk-conflict-view>`
    : nothing

/** Two versions of the hours of an office, put together day by day. */
interface HoursMerge {
  /** Mine, with the days that only others have changed. */
  readonly merged: OpeningHours
  /** Names of what only others have changed, as somebody reads them. */
  readonly taken: readonly string[]
  /** What both have changed, each to something else. */
  readonly contested: readonly ContestedField[]
  /** The hours once somebody has chosen for all that is contested. */
  readonly chosen: (choices: Readonly<Record<string, Side>>) => OpeningHours
}

/** Hours that I typed and hours that somebody else has saved meanwhile, both of which began from `base`: whoever changed a day has it. */
export function mergeHours(base: OpeningHours, mine: OpeningHours, theirs: OpeningHours): HoursMerge {
  const [old, my, their] = [partsOf(base), partsOf(mine), partsOf(theirs)]
  const { merged, contested } = mergeChanges<Fields>(old, my, their)
  const names = Object.keys(merged)
  return {
    merged: hoursOf(merged),
    taken: names.filter((name) => isOther(merged[name], my[name])).map(labelOf),
    contested: contested.map((id) => ({
      ...{ id, label: labelOf(id) },
      ...{ mine: shown(id, my[id]), theirs: shown(id, their[id]) },
    })),
    chosen: (choices) =>
      hoursOf({
        ...merged,
        ...Object.fromEntries(contested.map((id) => [id, (choices[id] === 'theirs' ? their : my)[id]])),
      }),
  }
}

const isOther = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other)

/** The week by its days, each day that differs by its dates, and the rest as it is. */
const partsOf = ({ spans, exceptions, ...rest }: OpeningHours): Fields => ({
  ...rest,
  ...Object.fromEntries(
    weekdays.map((weekday) => [`day-${weekday}`, spans.filter((span) => span.weekday === weekday)]),
  ),
  ...Object.fromEntries(
    exceptions.map((one) => [daysOf(one), exceptions.filter((other) => daysOf(other) === daysOf(one))]),
  ),
})

const daysOf = ({ from, to }: OpeningHours['exceptions'][number]) => `days-${from}_${to}`

function hoursOf(parts: Fields): OpeningHours {
  const spans = weekdays.flatMap((weekday) => parts[`day-${weekday}`] as OpeningHours['spans'])
  const given = Object.entries(parts).filter(([, value]) => value !== undefined)
  const exceptions = given
    .filter(([name]) => name.startsWith('days-'))
    .flatMap(([, exceptions]) => exceptions as OpeningHours['exceptions'])
    .sort((one, other) => (one.from < other.from ? -1 : 1))
  const rest = Object.fromEntries(given.filter(([name]) => !/^days?-/.test(name)))
  return { ...rest, spans, exceptions }
}

function labelOf(id: string): string {
  const [, weekday] = /^day-(\d)$/.exec(id) ?? []
  if (weekday) return weekdayName(Number(weekday), 'de')
  const [, from = '', to = ''] = /^days-(.+)_(.+)$/.exec(id) ?? []
  return from ? words.contestedDays(shownDay(from), shownDay(to)) : words.note
}

function shown(id: string, value: unknown): string {
  if (id.startsWith('day-')) return hoursText(value as OpeningHours['spans']) || words.closed
  if (!id.startsWith('days-')) return (value as string | undefined) ?? words.nothing
  if (value === undefined) return words.nothing
  return (value as OpeningHours['exceptions'])
    .map(({ spans, reason }) => [hoursText(spans) || words.closed, reason].filter(Boolean).join(', '))
    .join('; ')
}
