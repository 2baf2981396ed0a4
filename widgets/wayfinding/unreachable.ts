import { html, type TemplateResult } from 'lit'
import type { ServiceLink } from '@amtsweg/contract'
import { day } from '@amtsweg/messages/durations.ts'
import type { Told } from './service-sections.ts'

/** Why following a link will probably be in vain: words behind it, in the language of the page and not of the text. */
export const unreachableNote =
  ({ words, lang }: Pick<Told, 'words' | 'lang'>) =>
  (date: string): TemplateResult =>
    html`<span part="unreachable" class="small muted unreachable" lang=${lang}
      >(${words.unreachable(day(date, lang))})</span
    >`

const isWebAddress = ({ url }: ServiceLink) => !!url && /^https?:\/\//i.test(url)

/** Online services that can be used, and those that cannot be reached at the moment. */
export function onlineServices({ service }: Pick<Told, 'service'>) {
  const all = service.onlineServices.filter(isWebAddress)
  return {
    usable: all.filter(({ unreachableOn }) => !unreachableOn),
    unreachable: all.filter(({ unreachableOn }) => unreachableOn),
  }
}
