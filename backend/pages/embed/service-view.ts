import { listSources } from '../../import/index.ts'
import { findService } from '../../services/index.ts'
import type { Asked } from '../address.ts'
import type { PlaceWays } from '../office-section.ts'
import { findPlace } from '../place-question.ts'
import { servicePageBody } from '../service-page.ts'
import { furtherLanguages } from '../text-languages.ts'
import { type Ask, meansOf, type View } from './page-parts.ts'
import { formTo, type Question, stepOf, wayTo } from './question.ts'
import { backWay } from './ways.ts'

/** Ways on with another place than the one that was said. */
export function placeWays(question: Question, step: Asked): PlaceWays {
  const { said } = question
  const nowhere = { ...question, said: { ...said, in: undefined, place: undefined } }
  const to = wayTo(nowhere)
  return {
    at: (regionKey) => to({ ...step, in: regionKey }),
    anywhere: said.in || said.place ? to(step) : undefined,
    form: formTo(nowhere, step),
    list: said.area ? undefined : to({ ...step, pick: 'all' }),
  }
}

/** Who answers for the service where the reader said, else where the webmaster says; what was typed stays in its field. */
export async function placeOf(ask: Ask, service: string) {
  const { area, question } = ask
  const { said, typed, unreadable, textLang } = question
  const where = { area: said.in ?? (said.place ? undefined : area), place: said.place }
  const found = await findPlace(ask)(service, where, textLang)
  if (!unreadable.includes('place')) return found
  return { ...found, said: typed.place, problem: meansOf(ask).words.wayfinding.problems['invalid-query'] }
}

/** All there is to know about a service, and who answers for it; undefined where there is none of this name. */
export async function serviceView(ask: Ask, id: string): Promise<View | undefined> {
  const { db, area, question } = ask
  const { lang, textLang } = question
  const place = await placeOf(ask, id)
  const given = place.answer && 'area' in place.answer ? place.answer.area?.regionKey : undefined
  const service = await findService(db, id, { area: given ?? area, lang: textLang })
  if (!service) return undefined
  const { service: _, ...before } = stepOf(question)
  return {
    title: service.title,
    titleLang: service.lang,
    ways: backWay(ask, before),
    furtherLanguages: furtherLanguages(service.languages),
    body: servicePageBody({
      ...{ service, lang, place, alternates: [] },
      sources: await listSources(db),
      ways: placeWays(question, { ...before, service: service.id }),
    }),
  }
}
