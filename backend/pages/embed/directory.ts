import { html } from 'hono/html'
import type { Contact, Person } from '@amtsweg/contract'
import { day } from '@amtsweg/messages/durations.ts'
import { listUnits, searchDirectory } from '../../directory/index.ts'
import { searchForm } from '../list-sections.ts'
import { officeCard } from '../office-card.ts'
import type { PageLanguage, Words } from '../words.ts'
import { type Ask, meansOf, type View } from './page-parts.ts'
import { formTo } from './question.ts'

/** So many people and offices each; offices to choose from without typing. */
const shown = 20
const offices = 50

/** Finds people and offices; for who cannot send a form, the offices stand below by name. */
export async function directoryView(ask: Ask): Promise<View> {
  const { words } = meansOf(ask)
  const { people: m } = words
  const { question } = ask
  const { said, typed, unreadable, lang } = question
  const problem = unreadable.includes('q') ? m.problems['invalid-query'] : undefined
  const form = searchForm(
    formTo(question, {}),
    { label: m.field, help: m.help, submit: m.submit, problem },
    typed.q,
  )
  const below = said.q ? await results(ask, said.q, lang, words) : await choices(ask)
  return { title: m.heading, body: html`${form} ${below}` }
}

async function choices(ask: Ask) {
  const { to, words } = meansOf(ask)
  const { area, question } = ask
  const { cursor } = question.said
  // A Gemeinde of an Amt has its offices there.
  const options = { area: area?.slice(0, 9), lang: question.textLang, limit: offices }
  // A page of a list that is no more begins anew.
  const page = (await listUnits(ask.db, { ...options, cursor })) ?? (await listUnits(ask.db, options))
  if (!page || page.items.length === 0) return ''
  return html`<ul>
      ${page.items.map(
        ({ name, lang }) =>
          html`<li><a href="${to({ q: name.slice(0, 200) })}" target="_self" lang="${lang}">${name}</a></li>`,
      )}
    </ul>
    ${page.next ? html`<p><a href="${to({ cursor: page.next })}" target="_self">${words.wayfinding.more}</a></p>` : ''}`
}

async function results(ask: Ask, q: string, lang: PageLanguage, words: Words) {
  const { people: m } = words
  const { db, area, now, question } = ask
  const view = { lang: question.textLang, now: now() }
  const { people, units, morePeople, moreUnits } = await searchDirectory(db, {
    q,
    area,
    limit: shown,
    ...view,
  })
  if (people.length + units.length === 0) return html`<p>${m.none(q)} ${m.noneHelp}</p>`
  return html`${people.length > 0 ? html`<h2>${m.people(people.length)}</h2>` : ''}
  ${people.map((person) => personCard(person, lang, words))}
  ${units.length > 0 ? html`<h2>${m.units(units.length)}</h2>` : ''}
  ${units.map((unit) => officeCard(unit, '', lang, words))}
  ${morePeople || moreUnits ? html`<p>${m.more}</p>` : ''}`
}

function personCard(person: Person, lang: PageLanguage, { people: m, office }: Words) {
  const { name, functions, topics, contacts, contactsOf, room, away, substitute, invented } = person
  const [first] = functions
  return html`<div class="office">
    <h3>${name ?? first?.name}</h3>
    <p>${name ? html`<bdi>${first?.name}</bdi> · ` : ''}<bdi>${first?.unit.name}</bdi></p>
    ${invented ? html`<p class="muted">${office.inventedMeaning}</p>` : ''}
    ${away ? html`<p>${m.away(day(away.until, lang))}</p>` : ''}
    ${contactsOf === 'unit' && contacts.length > 0 ? html`<p class="muted">${m.viaOffice}</p>` : ''}
    <dl>
      ${ways(contacts, m)}
      ${
        room
          ? html`<dt>${m.room('').trim()}</dt>
              <dd><bdi>${room}</bdi></dd>`
          : ''
      }
      ${
        topics.length > 0
          ? html`<dt>${m.topics}</dt>
              <dd><bdi>${topics.join(', ')}</bdi></dd>`
          : ''
      }
      ${
        substitute
          ? html`<dt>${m.substitute}</dt>
              <dd>
                <bdi>${substitute.name ?? substitute.function}</bdi>
                ${substitute.covers ? html`(<bdi>${substitute.covers}</bdi>)` : ''}
              </dd>
              ${ways(substitute.contacts, m)}`
          : ''
      }
    </dl>
  </div>`
}

const ways = (contacts: readonly Contact[], m: Words['people']) =>
  contacts.map(
    ({ kind, value }) =>
      html`<dt>${m.contact[kind as keyof Words['people']['contact']]}</dt>
        <dd>${link(kind, value)}</dd>`,
  )

function link(kind: Contact['kind'], value: string) {
  if (kind === 'phone')
    return html`<a href="tel:${value.replace(/[^\d+]/g, '')}" target="_self"><bdi>${value}</bdi></a>`
  if (kind === 'email') return html`<a href="mailto:${value}" target="_self"><bdi>${value}</bdi></a>`
  return html`<bdi>${value}</bdi>`
}
