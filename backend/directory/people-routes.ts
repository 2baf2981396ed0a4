import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  DirectoryQuery,
  DirectoryResult,
  Lang,
  PeopleQuery,
  Person,
  PersonPage,
  PersonPath,
  UnitPath,
  UnitPeopleQuery,
} from '@amtsweg/contract'
import { personCard, vCard } from '@amtsweg/messages/vcard.ts'
import type { Db } from '../database/database.ts'
import { apiHeaders } from '../http/headers.ts'
import { pickLanguage } from '../http/language.ts'
import { ProblemError } from '../http/problem.ts'
import { responses } from '../http/responses.ts'
import { createRouter, type Env } from '../http/router.ts'
import { livingArea } from './list-routes.ts'
import { germanDayOf } from './local-time.ts'
import { findUnit } from './repository.ts'
import { searchDirectory } from './repository-directory.ts'
import { findPerson } from './repository-people.ts'
import { listPeople } from './repository-people-list.ts'

const spoken = z.object({ lang: Lang.optional() })
const Card = z.string().meta({ id: 'VCard', description: 'vCard 4.0 (RFC 6350)' })

const directoryRoute = createRoute({
  method: 'get',
  path: '/directory',
  summary: 'Who works here: people by name where they agreed, by function or topic, and offices',
  request: { query: DirectoryQuery },
  responses: responses(DirectoryResult, 'People and offices', ['invalid-query', 'area-unknown']),
})
const peopleRoute = createRoute({
  method: 'get',
  path: '/people',
  summary: 'Who works at an office, as citizens see them',
  request: { query: PeopleQuery },
  responses: responses(PersonPage, 'People', ['invalid-query', 'invalid-cursor', 'unit-unknown']),
})
const unitPeopleRoute = createRoute({
  method: 'get',
  path: '/units/{id}/people',
  summary: 'Who works at an office, as citizens see them',
  request: { params: UnitPath, query: UnitPeopleQuery },
  responses: responses(PersonPage, 'People', [
    'invalid-path',
    'invalid-query',
    'invalid-cursor',
    'unit-unknown',
  ]),
})
const personRoute = createRoute({
  method: 'get',
  path: '/people/{id}',
  summary: 'A person as citizens see them',
  request: { params: PersonPath, query: spoken },
  responses: responses(Person, 'The person', ['invalid-path', 'invalid-query', 'person-unknown']),
})
const personCardRoute = createRoute({
  method: 'get',
  path: '/people/{id}/vcard',
  summary: 'A person as vCard 4.0, as citizens see them',
  request: { params: PersonPath, query: spoken },
  responses: responses(Card, 'The card', ['invalid-path', 'invalid-query', 'person-unknown'], 'text/vcard'),
})
const unitCardRoute = createRoute({
  method: 'get',
  path: '/units/{id}/vcard',
  summary: 'An office as vCard 4.0',
  request: { params: UnitPath, query: spoken },
  responses: responses(Card, 'The card', ['invalid-path', 'invalid-query', 'unit-unknown'], 'text/vcard'),
})

/** A name that is taken back must be gone at once: nobody keeps these answers without asking whether they still hold. */
const peopleCaching = { 'cache-control': 'public, no-cache' }

/** People as citizens see them, and the search for them. `now` is the clock. */
export function peopleRoutes({ db, now }: { readonly db: Db; readonly now: () => Date }) {
  const languageOf = (c: Context<Env>, lang: string | undefined) =>
    pickLanguage(lang, c.req.header('accept-language'))
  const viewOf = (lang: string) => ({ lang, today: germanDayOf(now()) })
  const headers = (lang: string) => ({ ...peopleCaching, 'content-language': lang })
  const sendCard = (c: Context<Env>, card: string, lang: string) =>
    c.get('send')(card, {
      ...apiHeaders,
      ...headers(lang),
      'content-type': 'text/vcard; charset=utf-8',
      'content-disposition': 'attachment; filename="kontakt.vcf"',
      vary: 'Accept-Encoding, Accept-Language',
    })
  const listOf = async (c: Context<Env>, unit: string, query: z.infer<typeof UnitPeopleQuery>) => {
    const lang = languageOf(c, query.lang)
    if (!(await findUnit(db, unit, { lang, now: now() }))) throw new ProblemError('unit-unknown')
    const page = await listPeople(db, { ...query, unit, ...viewOf(lang) })
    if (!page) throw new ProblemError('invalid-cursor')
    return { page, lang }
  }

  return createRouter()
    .openapi(directoryRoute, async (c) => {
      const { area, q, limit, ...query } = c.req.valid('query')
      const lang = languageOf(c, query.lang)
      const within = area === undefined ? undefined : await livingArea(db, area)
      const result = await searchDirectory(db, { q, limit, area: within, lang, now: now() })
      return c.json(result, 200, headers(lang))
    })
    .openapi(peopleRoute, async (c) => {
      const { unit, ...query } = c.req.valid('query')
      const { page, lang } = await listOf(c, unit, query)
      return c.json(page, 200, headers(lang))
    })
    .openapi(unitPeopleRoute, async (c) => {
      const { page, lang } = await listOf(c, c.req.valid('param').id, c.req.valid('query'))
      return c.json(page, 200, headers(lang))
    })
    .openapi(personRoute, async (c) => {
      const lang = languageOf(c, c.req.valid('query').lang)
      const person = await findPerson(db, c.req.valid('param').id, viewOf(lang))
      if (!person) throw new ProblemError('person-unknown')
      return c.json(person, 200, headers(lang))
    })
    .openapi(personCardRoute, async (c) => {
      const lang = languageOf(c, c.req.valid('query').lang)
      const person = await findPerson(db, c.req.valid('param').id, viewOf(lang))
      if (!person) throw new ProblemError('person-unknown')
      return sendCard(c, personCard(person), lang)
    })
    .openapi(unitCardRoute, async (c) => {
      const lang = languageOf(c, c.req.valid('query').lang)
      const unit = await findUnit(db, c.req.valid('param').id, { lang, now: now() })
      if (!unit) throw new ProblemError('unit-unknown')
      return sendCard(c, vCard(unit), lang)
    })
}
