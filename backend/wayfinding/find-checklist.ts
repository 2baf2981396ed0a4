import type { Checklist } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { forgetful, type Remember } from '../database/memory.ts'
import { letterOf, lifeSituationName, serviceRef, sortKeyOf } from '../services/index.ts'
import { checklistsIn, type StoredChecklist } from './checklists-in.ts'
import { readPattern } from './question-pattern.ts'
import { compileQuestions, type QuestionMatch, type QuestionMatcher } from './questions.ts'
import { isTitle, readChecklists } from './repository-checklists.ts'
import { inTimeOrder } from './step-time.ts'

/** A question, where it is asked and the language to answer in. */
export interface Question {
  readonly q: string
  /** Region key. */
  readonly area?: string | undefined
  /** BCP 47 tag. */
  readonly lang: string
}

/** The checklist that a question leads to, as it holds in the area; undefined for all that is no such question. */
export async function findChecklist(
  db: Db,
  { q, area, lang }: Question,
  remember: Remember = forgetful,
): Promise<Checklist | undefined> {
  const stored = await remember('checklists', () => readChecklists(db))
  const regions = localRegions(stored, area)
  const match = (
    await remember(`questions ${regions}`, () => Promise.resolve(matcherOf(checklistsIn(stored, area))))
  )(q)
  if (!match || (await isTitle(db, sortKeyOf(q), letterOf(q), lang))) return undefined
  const spoken = languageFor(match, lang)
  const key = `checklist ${match.target.name} ${spoken} ${area}`
  return remember(key, () => toChecklist(db, match.target, { area, lang: spoken }))
}

/** Regions around the area that have checklists of their own: all areas that share them share a matcher. */
function localRegions(stored: readonly StoredChecklist[], area: string | undefined): string {
  const regions = stored.flatMap(({ regionKey }) =>
    regionKey !== null && area?.startsWith(regionKey) ? [regionKey] : [],
  )
  return [...new Set(regions)].toSorted().join(' ')
}

/** Makes a matcher of all questions; patterns were checked when they were imported. */
export const matcherOf = (checklists: readonly StoredChecklist[]): QuestionMatcher<StoredChecklist> =>
  compileQuestions(
    checklists.flatMap((target) =>
      Object.entries(target.content.asked).flatMap(([lang, patterns]) =>
        patterns.flatMap((text) => {
          const pattern = readPattern(text)
          return 'fault' in pattern ? [] : [{ target, lang, pattern }]
        }),
      ),
    ),
  )

/** Readers who ask in a foreign language are answered in it, others in that of the page; German there always is. */
function languageFor({ lang: spoken, target }: QuestionMatch<StoredChecklist>, lang: string): string {
  const german = spoken === 'nds' || spoken.startsWith('de')
  const wanted = [...(german ? [] : [spoken]), lang, lang.split('-', 1)[0] ?? lang]
  return wanted.find((one) => target.content.title?.[one]) ?? 'de'
}

async function toChecklist(
  db: Db,
  { name, lifeSituation, content, updatedAt, source }: StoredChecklist,
  view: { readonly area: string | undefined; readonly lang: string },
): Promise<Checklist> {
  const { lang } = view
  const steps = inTimeOrder(content.steps).map(async ({ when, text, service: key, basis }) => {
    const service = key ? await serviceRef(db, key, view) : undefined
    return {
      when,
      text: text[lang] ?? text['de'] ?? '',
      ...(service ? { service: { id: service.id, title: service.title, lang: service.lang } } : {}),
      ...(basis ? { basis } : {}),
    }
  })
  const intro = content.intro?.[lang]
  const situation = lifeSituation ? await lifeSituationName(db, lifeSituation, lang) : undefined
  return {
    id: name,
    title: content.title?.[lang] ?? name,
    ...(intro ? { intro } : {}),
    lang,
    ...(lifeSituation && situation ? { lifeSituation: { id: lifeSituation, name: situation } } : {}),
    steps: await Promise.all(steps),
    ...(updatedAt ? { updatedAt } : {}),
    source,
  }
}
