import { html, nothing, type TemplateResult } from 'lit'
import type { Contact, Person, Unit } from '@amtsweg/contract'
import { date } from '@amtsweg/kit/format.ts'
import type { PeopleMessages } from '@amtsweg/messages'
import { dialable, personCard } from '@amtsweg/messages/vcard.ts'

interface Around {
  readonly m: PeopleMessages
  readonly lang: string
  /** The office of an id, with its hours. */
  readonly office: (id: string) => Unit | undefined
  /** The card of an office, folded. */
  readonly folded: (unit: Unit) => TemplateResult
}

const targets: Partial<Record<Contact['kind'], (value: string) => string>> = {
  phone: (value) => `tel:${dialable(value)}`,
  email: (value) => `mailto:${value}`,
}

const ways = (contacts: readonly Contact[], m: PeopleMessages) =>
  contacts.map(({ kind, value, label }) => {
    const target = targets[kind]?.(value)
    const name = m.contact[kind as keyof PeopleMessages['contact']] ?? label
    return html`<p>
      ${name}: ${target ? html`<a href=${target}><bdi>${value}</bdi></a>` : html`<bdi>${value}</bdi>`}
      ${label ? html`<span class="small muted">${label}</span>` : nothing}
    </p>`
  })

function save(person: Person): void {
  const address = URL.createObjectURL(new Blob([personCard(person)], { type: 'text/vcard;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'kontakt.vcf'
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** Somebody: by name where it may be shown, else by function, with everything a reader needs to reach them. */
export function personPart(person: Person, { m, lang, office, folded }: Around): TemplateResult {
  const { name, functions, topics, contacts, contactsOf, room, away, substitute, invented } = person
  const [first] = functions
  const place = first && office(first.unit.id)
  const german = lang === 'de' ? nothing : 'de'
  return html`<article part="person" class="card" aria-label=${name ?? first?.name ?? ''}>
    <h4 part="person-name" lang=${name ? nothing : (first?.lang ?? nothing)}>${name ?? first?.name}</h4>
    ${name && first ? html`<p lang=${first.lang}>${first.name}</p>` : nothing}
    ${invented ? html`<p class="badge">${m.invented}</p>` : nothing}
    ${away ? html`<p class="aside">${m.away(date(away.until, lang))}</p>` : nothing}
    ${contactsOf === 'unit' && contacts.length ? html`<p class="small muted">${m.viaOffice}</p>` : nothing}
    <div>${ways(contacts, m)}</div>
    ${room ? html`<p>${m.room(room)}</p>` : nothing}
    ${topics.length ? html`<p>${m.topics}: <span lang=${german}>${topics.join(', ')}</span></p>` : nothing}
    ${
      substitute
        ? html`<div part="substitute">
            <p>
              ${m.substitute}: <strong lang=${german}>${substitute.name ?? substitute.function}</strong>
              ${substitute.covers ? html`<span lang=${german}>(${substitute.covers})</span>` : nothing}
            </p>
            ${ways(substitute.contacts, m)}
          </div>`
        : nothing
    }
    ${place ? folded(place) : html`<p>${first?.unit.name}</p>`}
    <p>
      <button part="action" type="button" class="button plain no-print" @click=${() => save(person)}>
        ${m.save} (vCard)
      </button>
    </p>
  </article>`
}
