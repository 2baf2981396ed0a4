import { z } from 'zod'
import { Identifier, RegionKey, type StepTime } from '@amtsweg/contract'
import { readPattern } from './question-pattern.ts'
import { readStepTime } from './step-time.ts'

/** One sentence or name per language. */
const Words = z.record(
  z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'Texts stand under a language such as de, en or uk'),
  z.string().trim().min(1, 'A text is empty').max(500, 'A text has at most 500 characters'),
)
type Words = z.infer<typeof Words>

/** A checklist as it stands in a file; an authority's own may leave out what it does not change. */
export const ChecklistRecord = z.object({
  id: Identifier,
  area: RegionKey.optional(),
  mode: z.enum(['replace', 'extend', 'off'], 'mode is replace, extend or off').default('replace'),
  lifeSituation: Identifier.optional(),
  date: z.iso.date('The date is written like 2026-11-25').optional(),
  title: Words.optional(),
  intro: Words.optional(),
  asked: z.record(z.string(), z.array(z.string().max(500)).max(50)).default({}),
  steps: z
    .array(
      z.object({
        when: z.string(),
        text: Words,
        service: Identifier.optional(),
        basis: z.string().optional(),
      }),
    )
    .max(30, 'A checklist has at most 30 steps')
    .default([]),
})
export type ChecklistRecord = z.infer<typeof ChecklistRecord>

/** What is stored of a checklist beside its columns. */
export interface ChecklistContent {
  readonly title?: Words | undefined
  readonly intro?: Words | undefined
  readonly asked: Readonly<Record<string, readonly string[]>>
  readonly steps: readonly ContentStep[]
}

/** A step with its text in each language of the checklist; the service by id or Leistungsschluessel. */
export interface ContentStep {
  readonly when: StepTime
  readonly text: Words
  readonly service?: string | undefined
  readonly basis?: string | undefined
}

export interface Known {
  readonly services: ReadonlySet<string>
  readonly lifeSituations: ReadonlySet<string>
}

/** Why a checklist cannot be taken, as a sentence for its editor. */
export function faultOf(record: ChecklistRecord, known: Known): string | undefined {
  const faults = [
    ...wholeFaults(record, known),
    ...Object.values(record.asked).flatMap((patterns) => patterns.flatMap(patternFaults)),
    ...record.steps.flatMap((step, index) => stepFaults(record, step, index + 1, known)),
  ]
  return faults[0]
}

function wholeFaults({ area, mode, lifeSituation, title, asked, steps }: ChecklistRecord, known: Known) {
  const faults: string[] = []
  const own = mode === 'replace'
  if (!own && !area) faults.push(`mode ${mode} changes a checklist in one area: name the area`)
  if (own && !title?.['de']) faults.push('The German title is missing')
  if (own && steps.length === 0) faults.push('There are no steps')
  if (own && Object.values(asked).flat().length === 0) faults.push('No question leads here: "asked" is empty')
  if (lifeSituation && !known.lifeSituations.has(lifeSituation))
    faults.push(`There is no life situation ${lifeSituation}`)
  return faults
}

function patternFaults(text: string): string[] {
  const pattern = readPattern(text)
  return 'fault' in pattern ? [pattern.fault] : []
}

type Step = ChecklistRecord['steps'][number]

function stepFaults(
  { title = {} }: ChecklistRecord,
  { when, text, service }: Step,
  number: number,
  known: Known,
) {
  const faults: string[] = []
  if (!readStepTime(when))
    faults.push(
      `Step ${number}: "${when}" is no time; write before, now, after, within 7 days or at least 6 weeks before`,
    )
  const missing = ['de', ...Object.keys(title)].find((lang) => !text[lang])
  if (missing) faults.push(`Step ${number}: there is no text in ${missing}`)
  if (service && !/^\d{14}$/.test(service) && !known.services.has(service))
    faults.push(`Step ${number}: there is no service ${service}`)
  return faults
}

/** The content of a record without faults. */
export const contentOf = ({ title, intro, asked, steps }: ChecklistRecord): ChecklistContent => ({
  title,
  intro,
  asked,
  steps: steps.map(({ when, ...step }) => ({ ...step, when: readStepTime(when) ?? { moment: 'now' } })),
})
