import { html, raw } from 'hono/html'
import type { ModuleCode, RichText, Service, ServiceLink, Supplement } from '@amtsweg/contract'
import { supplementTitle, textTitle } from '@amtsweg/messages/authorship.ts'
import { deadlineText } from '@amtsweg/messages/durations.ts'
import { feeText } from '@amtsweg/messages/fees.ts'
import { htmlOf } from '../services/index.ts'
import { unreachableNote } from './unreachable.ts'
import type { PageLanguage, Words } from './words.ts'

/** A service and how it is told. */
export interface Told {
  readonly service: Service
  readonly lang: PageLanguage
  readonly words: Words
}

/** Texts were made safe at import and are written anew from the tree, so that nothing else can come through. */
const richText = (content: RichText) => raw(htmlOf(content))

const supplement = ({ provenance, content }: Supplement, textLang: string, { words, lang }: Told) =>
  html`<div class="aside">
    <p><strong>${supplementTitle(provenance, lang, words.service)}</strong></p>
    <div lang="${textLang}">${richText(content)}</div>
  </div>`

/** Whether the service has any of these modules. */
export const has = ({ modules }: Service, ...codes: readonly ModuleCode[]): boolean =>
  modules.some(({ code }) => codes.includes(code))

/** A module with what the reader's own town adds. */
export const moduleText = (told: Told, code: ModuleCode) =>
  html`${told.service.modules
    .filter((one) => one.code === code)
    .map(
      ({ lang, content, supplements, provenance }) =>
        html`${provenance ? html`<p class="note">${textTitle(provenance, told.lang, told.words.service)}</p>` : ''}
          <div lang="${lang}">${richText(content)}</div>
          ${supplements.map((one) => supplement(one, lang, told))}`,
    )}`

/** A part of the page under a heading; nothing where there is nothing to say. */
export const section = (title: string, content: unknown, when: unknown = true) =>
  when
    ? html`<section>
        <h2>${title}</h2>
        ${content}
      </section>`
    : ''

const also = (...parts: readonly unknown[]) => {
  const told = parts.filter(Boolean)
  return told.length > 0
    ? html`<span class="note">${told.map((part, index) => html`${index ? ' · ' : ''}${part}`)}</span>`
    : ''
}

/** A short text of the service, which comes in the language of its title; nothing where there is none. */
const own = (text: string | undefined, { lang }: Service) =>
  text ? html`<span lang="${lang}">${text}</span>` : ''

/** What to bring, to be ticked off on screen or on paper. */
export const documents = ({ service, words }: Told) =>
  html`<ul class="list">
    ${service.documents.map(
      ({ name, hint, required }) =>
        html`<li>
          <label class="document"
            ><input type="checkbox" autocomplete="off" /><span
              >${own(name, service)} ${also(!required && words.service.optional, own(hint, service))}</span
            ></label
          >
        </li>`,
    )}
  </ul>`

export const fees = ({ service, words, lang }: Told) =>
  html`<ul class="list">
    ${service.fees.map((fee) => {
      const amount = feeText(fee, lang, words.service.fee)
      return html`<li>
        ${amount ? html`<strong>${amount}</strong>` : ''} ${own(fee.text, service)}
        ${also(fee.advancePayment && words.service.fee.advance, fee.legalBasis)}
      </li>`
    })}
  </ul>`

export const deadlines = ({ service, words, lang }: Told) =>
  html`<ul class="list">
    ${service.deadlines.map((deadline) => {
      const time = deadlineText(deadline, lang, words.service)
      return html`<li>
        ${time ? html`<strong>${time}</strong>` : ''} ${own(deadline.text, service)}
        ${also(deadline.legalBasis)}
      </li>`
    })}
  </ul>`

/** Only what can be followed safely is a link. */
export const isWebAddress = ({ url }: Pick<ServiceLink, 'url'>): boolean => /^https?:\/\//i.test(url ?? '')

export const links = (items: readonly ServiceLink[], { service, words, lang }: Told) =>
  html`<ul class="list">
    ${items.map(
      (link) =>
        html`<li>
          ${isWebAddress(link) ? html`<a href="${link.url}" rel="noopener" lang="${service.lang}">${link.title}</a>` : own(link.title, service)}
          ${link.unreachableOn ? unreachableNote(link.unreachableOn, lang) : ''}
          ${also(link.invented && words.service.onlineNote)}
        </li>`,
    )}
  </ul>`
