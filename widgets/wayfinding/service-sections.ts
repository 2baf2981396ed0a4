import { html, nothing } from 'lit'
import type { Fee, ModuleCode, Service, ServiceLink, ServiceModule, Supplement } from '@amtsweg/contract'
import { richText } from '@amtsweg/kit/rich-text.ts'
import type { ServicesMessages } from '@amtsweg/messages'
import { deadlineText } from '@amtsweg/messages/durations.ts'
import { feeText } from '@amtsweg/messages/fees.ts'
import { unreachableNote } from './unreachable.ts'

/** A service in the reader's language. */
export interface Told {
  readonly service: Service
  readonly words: ServicesMessages
  readonly lang: string
}

const supplement = ({ regionKey, areaName, content }: Supplement, told: Told, textLang: string) => html`
  <div part="supplement" class="aside supplement">
    <p class="small"><strong>${told.words.supplement(areaName, regionKey.length === 12)}</strong></p>
    <div class="text" lang=${textLang}>${richText(content, unreachableNote(told))}</div>
  </div>
`

/** One module with what the reader's own town adds; nothing where the service has no such module. */
export function moduleText(told: Told, code: ModuleCode, note = true): unknown {
  const { service, words, lang } = told
  const module = service.modules.find((one) => one.code === code)
  if (!module) return nothing
  return html`
    ${note && isForeign(module, lang) ? html`<p class="small muted">${words.onlyGerman}</p>` : nothing}
    <div class="text" lang=${module.lang}>${richText(module.content, unreachableNote(told))}</div>
    ${module.supplements.map((one) => supplement(one, told, module.lang))}
  `
}

export const isForeign = (module: ServiceModule, lang: string): boolean => !module.lang.startsWith(lang)

export const has = ({ modules }: Service, ...codes: readonly ModuleCode[]): boolean =>
  modules.some(({ code }) => codes.includes(code))

const also = (...parts: readonly (string | false | undefined)[]) => {
  const told = parts.filter(Boolean)
  return told.length ? html`<span class="small muted note">${told.join(' · ')}</span>` : nothing
}

/** What to bring, to be ticked off on the way; the ticks are nobody's business but the reader's. */
export const documents = ({ service, words }: Told) => html`
  <p class="small muted no-print">${words.documentsHelp}</p>
  <ul part="documents" class="documents">
    ${service.documents.map(
      ({ name, hint, required }) =>
        html`<li>
          <label class="document">
            <input type="checkbox" />
            <span>${name} ${also(!required && words.optional, hint)}</span>
          </label>
        </li>`,
    )}
  </ul>
`

const fee = (one: Fee, { words, lang }: Told) => {
  const amount = feeText(one, lang, words.fee)
  return html`<li>
    ${amount ? html`<strong>${amount}</strong>` : nothing} ${one.text ?? ''}
    ${also(one.advancePayment && words.fee.advance, one.legalBasis)}
  </li>`
}

export const fees = (told: Told) => html`
  <ul part="fees" class="plain-list">
    ${told.service.fees.map((one) => fee(one, told))}
  </ul>
`

export const deadlines = ({ service, words, lang }: Told) => html`
  <ul class="plain-list">
    ${service.deadlines.map((one) => {
      const time = deadlineText(one, lang, words)
      return html`<li>
        ${time ? html`<strong>${time}</strong>` : nothing} ${one.text ?? ''} ${also(one.legalBasis)}
      </li>`
    })}
  </ul>
`

/** Only what can be followed safely is a link. */
export const links = (items: readonly ServiceLink[], told: Told) => html`
  <ul class="plain-list">
    ${items.map(({ title, url, invented, unreachableOn }) => {
      const name = url && /^https?:\/\//i.test(url) ? html`<a href=${url} rel="noopener">${title}</a>` : title
      const note = unreachableOn && unreachableNote(told)(unreachableOn)
      return html`<li>${name} ${note || nothing} ${also(invented && told.words.onlineNote)}</li>`
    })}
  </ul>
`
