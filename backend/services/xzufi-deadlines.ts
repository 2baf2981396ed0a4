import { type Deadline, type ProcessingTime, TimeUnit } from '@amtsweg/contract'
import {
  all,
  codeNameOf,
  codeOf,
  first,
  inOrder,
  integerOf,
  textOf,
  valueOf,
  type XzufiElement,
} from '../import/index.ts'
import type { ModuleRecord, PartRecord } from './service-record.ts'
import { htmlWith } from './xzufi-texts.ts'
import { isValid } from './xzufi-validity.ts'
import { choiceOf, joined, languagesBelow, plainWords, spoken } from './xzufi-words.ts'

/** The deadlines (modulFrist) that hold on a day, each in every language something is said in. */
export function deadlinesOf(owner: XzufiElement, day: string): readonly PartRecord[] {
  const modules = validModules(owner, 'modulFrist', day)
  return languagesBelow(modules).flatMap((lang) =>
    modules
      .flatMap((module) => moduleDeadlines(module, lang, day))
      .map((content): PartRecord => ({ kind: 'deadline', lang, content })),
  )
}

const validModules = (owner: XzufiElement, name: string, day: string): readonly XzufiElement[] =>
  inOrder(all(owner, name).filter((module) => isValid(module, day)))

function moduleDeadlines(module: XzufiElement, lang: string, day: string): readonly Deadline[] {
  const deadlines = inOrder(all(module, 'frist').filter((one) => isValid(one, day))).flatMap((one) =>
    deadlineOf(one, lang),
  )
  const text = spoken(plainWords(module, 'beschreibung'), lang)
  return text ? [...deadlines, { kind: 'text', text }] : deadlines
}

function deadlineOf(element: XzufiElement, lang: string): readonly Deadline[] {
  const words = joined(codeNameOf(first(element, 'typ')), spoken(plainWords(element, 'beschreibung'), lang))
  const duration = durationOf(element)
  if (duration && duration.upper === undefined)
    return [
      { kind: 'duration', value: duration.value, unit: duration.unit, ...(words ? { text: words } : {}) },
    ]
  const days = daysOf(element)
  if (days && !isYearly(days)) return [{ kind: 'dates', ...days, ...(words ? { text: words } : {}) }]
  const text = joined(duration && rangeWords(duration, lang), days && yearlyWords(days), words)
  return text ? [{ kind: 'text', text }] : []
}

/** A span of time; with `upper` it is a range in one unit. */
interface Duration {
  readonly value: number
  readonly unit: TimeUnit
  readonly upper?: number | undefined
  readonly upperUnit?: TimeUnit | undefined
}

function durationOf(element: XzufiElement): Duration | undefined {
  const choice = choiceOf(element, 'fristauswahl', 'dauer')
  const value = integerOf(choice, 'dauer')
  const unit = unitOf(first(choice, 'einheit'))
  if (value === undefined || !unit) return undefined
  const upper = integerOf(choice, 'dauerBis')
  return {
    value,
    unit,
    upper,
    upperUnit: upper === undefined ? undefined : (unitOf(first(choice, 'einheitBis')) ?? unit),
  }
}

const unitOf = (element: XzufiElement | undefined): TimeUnit | undefined =>
  TimeUnit.safeParse(codeOf(element)?.toUpperCase()).data

interface Days {
  readonly from?: string
  readonly to?: string
}

function daysOf(element: XzufiElement): Days | undefined {
  const choice = choiceOf(element, 'fristauswahl', 'von') ?? choiceOf(element, 'fristauswahl', 'bis')
  const from = dateOf(first(choice, 'von'))
  const to = dateOf(first(choice, 'bis'))
  return from || to ? { ...(from ? { from } : {}), ...(to ? { to } : {}) } : undefined
}

/** A date, or a day of every year (gMonthDay of XML Schema); other words are no days. */
function dateOf(element: XzufiElement | undefined): string | undefined {
  const stated =
    textOf(element)?.trim() ||
    valueOf(element, 'value') ||
    valueOf(element, 'datum') ||
    valueOf(element, 'monatTag')
  return /^(?:\d{4}|-)-\d{2}-\d{2}/.exec(stated ?? '')?.[0]
}

const isYearly = ({ from, to }: Days): boolean => [from, to].some((day) => day?.startsWith('--'))

/** Days of every year as everybody writes them: 31.03. */
const yearlyWords = ({ from, to }: Days): string =>
  [from, to]
    .filter((day) => day !== undefined)
    .map((day) =>
      day.replace(
        /^(?:(\d{4})|-)-(\d{2})-(\d{2})$/,
        (_, year = '', month, date) => `${date}.${month}.${year}`,
      ),
    )
    .join(' – ')

/** The time an authority takes (modulBearbeitungsdauer). Words without a span go to the hints, as nothing else could show them. */
export function processingTimeOf(
  owner: XzufiElement,
  day: string,
): { readonly parts: readonly PartRecord[]; readonly modules: readonly ModuleRecord[] } {
  const modules = validModules(owner, 'modulBearbeitungsdauer', day)
  const spans = modules.flatMap((module) =>
    inOrder(all(module, 'bearbeitungsdauer').filter((one) => isValid(one, day))),
  )
  const span = spans.find((one) => durationOf(one))
  const duration = span && durationOf(span)
  const languages = languagesBelow(modules)
  const texts = languages.map((lang) => ({
    lang,
    text: joined(
      ...spans.map((one) => spoken(plainWords(one, 'beschreibung'), lang)),
      ...modules.map((module) => spoken(plainWords(module, 'beschreibung'), lang)),
    ),
  }))
  if (duration)
    return {
      parts: texts.map(({ lang, text }) => ({
        kind: 'processing-time',
        lang,
        content: timeOf(duration, text, lang),
      })),
      modules: [],
    }
  return {
    parts: [],
    modules: texts.flatMap(({ lang, text }) =>
      text ? [{ code: '16', lang, html: htmlWith(timeHeadings[lang] ?? timeHeadings['de'], text, []) }] : [],
    ),
  }
}

const timeHeadings: Readonly<Record<string, string>> = { de: 'Bearbeitungsdauer', en: 'Processing time' }

function timeOf(
  { value, unit, upper, upperUnit }: Duration,
  text: string | undefined,
  lang: string,
): ProcessingTime {
  const sameUnit = upper !== undefined && upperUnit === unit
  const words =
    upper !== undefined && !sameUnit
      ? joined(rangeWords({ value, unit, upper, upperUnit }, lang), text)
      : text
  return { value, unit, ...(sameUnit ? { upper } : {}), ...(words ? { text: words } : {}) }
}

const unitWords: Readonly<Record<'de' | 'en', Readonly<Record<TimeUnit, string>>>> = {
  de: {
    JAHR: 'Jahre',
    MONAT: 'Monate',
    WOCHE: 'Wochen',
    TAG: 'Tage',
    WERKTAG: 'Werktage',
    ARBEITSTAG: 'Arbeitstage',
    STUNDE: 'Stunden',
    MINUTE: 'Minuten',
    SEKUNDE: 'Sekunden',
  },
  en: {
    JAHR: 'years',
    MONAT: 'months',
    WOCHE: 'weeks',
    TAG: 'days',
    WERKTAG: 'weekdays',
    ARBEITSTAG: 'working days',
    STUNDE: 'hours',
    MINUTE: 'minutes',
    SEKUNDE: 'seconds',
  },
}

/** A range that no field of ours can hold, in words: "3 bis 6 Monate". */
function rangeWords({ value, unit, upper, upperUnit = unit }: Duration, lang: string): string {
  const words = unitWords[lang === 'en' ? 'en' : 'de']
  const to = lang === 'en' ? 'to' : 'bis'
  return upperUnit === unit
    ? `${value} ${to} ${upper} ${words[unit]}`
    : `${value} ${words[unit]} ${to} ${upper} ${words[upperUnit]}`
}
