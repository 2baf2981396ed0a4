import { html, nothing } from 'lit'
import type {
  Fee,
  ModuleCode,
  RichText,
  Service,
  ServiceLink,
  ServiceModule,
  Supplement,
} from '@amtsweg/contract'
import { richText } from '@amtsweg/kit/rich-text.ts'
import { supplementTitle, textTitle } from '@amtsweg/messages/authorship.ts'
import { deadlineText } from '@amtsweg/messages/durations.ts'
import { feeText } from '@amtsweg/messages/fees.ts'
import type { PageWords } from './service-view.ts'
import { unreachableNote } from './unreachable.ts'

/** A service in the reader's language. */
export interface Told {
  readonly service: Service
  readonly words: PageWords
  readonly lang: string
}

const supplement = ({ content, provenance }: Supplement, told: Told, textLang: string) => html`
  <div part="supplement" class="aside supplement">
    <p class="small"><strong>${supplementTitle(provenance, told.lang, told.words)}</strong></p>
    <div class="text" lang=${textLang}>${richText(content, unreachableNote(told))}</div>
  </div>
`

/** One module with what the reader's own town adds; nothing where the service has no such module. */
export function moduleText(
  told: Told,
  code: ModuleCode,
  { note = true, content }: { readonly note?: boolean; readonly content?: RichText } = {},
): unknown {
  const { service, words, lang } = told
  const module = service.modules.find((one) => one.code === code)
  if (!module) return nothing
  const { provenance } = module
  return html`
    ${note && isForeign(module, lang) && !isForeignThroughout(service, lang) ? html`<p class="small muted">${words.onlyGerman}</p>` : nothing}
    ${provenance ? html`<p part="author" class="small muted">${textTitle(provenance, lang, words)}</p>` : nothing}
    <div class="text" lang=${module.lang}>${richText(content ?? module.content, unreachableNote(told))}</div>
    ${module.supplements.map((one) => supplement(one, told, module.lang))}
  `
}

/** German, to a reader of something else. */
export const isForeign = (module: ServiceModule, lang: string): boolean =>
  module.lang === 'de' && lang !== 'de'

/** Then it is said once, above all. */
const isForeignThroughout = ({ modules }: Service, lang: string) =>
  modules.every((module) => isForeign(module, lang))

export const has = ({ modules }: Service, ...codes: readonly ModuleCode[]): boolean =>
  modules.some(({ code }) => codes.includes(code))

/** A short text of the service, which comes in the language of its title; nothing where there is none. */
export const own = (text: string | undefined, { lang }: Service): unknown =>
  text && html`<span lang=${lang}>${text}</span>`

/** Further facts in small print, one after the other. */
export const also = (...parts: readonly unknown[]): unknown => {
  const told = parts.filter(Boolean)
  return told.length
    ? html`<span class="small muted note">${told.map((part, index) => [index ? ' · ' : '', part])}</span>`
    : nothing
}

/** Where a law can be read, if anybody has said so. */
const citation = ({ legalBasis, legalUrl }: Pick<Fee, 'legalBasis' | 'legalUrl'>) => {
  const words = legalBasis?.replace(/(§§?)\s+/g, '$1\u00a0')
  return words && legalUrl ? html`<a href=${legalUrl} rel="noopener">${words}</a>` : words
}

/** The part of the reader's area in which something holds that does not hold everywhere. */
const where = ({ provenance }: Pick<Fee, 'provenance'>) => provenance?.regionKey && provenance.areaName

const fee = (one: Fee, { words, lang, service }: Told) => {
  const amount = feeText(one, lang, words.fee)
  return html`<li>
    ${amount ? html`<strong class="amount">${amount}</strong>` : nothing}
    <span
      >${own(one.text, service) ?? nothing}
      ${also(one.advancePayment && words.fee.advance, where(one), citation(one))}</span
    >
  </li>`
}

/** Amounts with who pays them; then what lowers or lifts them. Nothing is added up: amounts exclude each other as a rule. */
export function fees(told: Told): unknown {
  const { words, service, lang } = told
  const amounts = service.fees.filter((one) => feeText(one, lang, words.fee))
  const others = service.fees.filter((one) => !amounts.includes(one))
  const list = (some: readonly Fee[], part: string) =>
    some.length
      ? html`<ul part=${part} class="plain-list ${part}">
          ${some.map((one) => fee(one, told))}
        </ul>`
      : nothing
  if (!amounts.length) return list(others, 'fees')
  return html`
    ${list(amounts, 'fees')}
    ${amounts.length > 1 ? html`<p class="small muted">${words.fee.depends}</p>` : nothing}
    ${others.length ? html`<h4>${words.fee.exceptions}</h4>` : nothing} ${list(others, 'exceptions')}
  `
}

export const deadlines = ({ service, words, lang }: Told): unknown => html`
  <ul class="plain-list">
    ${service.deadlines.map((one) => {
      const time = deadlineText(one, lang, words)
      return html`<li>
        ${time ? html`<strong>${time}</strong>` : nothing} ${own(one.text, service) ?? nothing}
        ${also(where(one), citation(one))}
      </li>`
    })}
  </ul>
`

/** Only what can be followed safely is a link. */
export const links = (items: readonly ServiceLink[], told: Told) => html`
  <ul class="plain-list">
    ${items.map(({ title, url, invented, unreachableOn }) => {
      const name =
        url && /^https?:\/\//i.test(url)
          ? html`<a href=${url} rel="noopener" lang=${told.service.lang}>${title}</a>`
          : own(title, told.service)
      const note = unreachableOn && unreachableNote(told)(unreachableOn)
      return html`<li>${name} ${note || nothing} ${also(invented && told.words.onlineNote)}</li>`
    })}
  </ul>
`
