import type { RichNode, RichText, Service } from '@amtsweg/contract'
import { day } from '@amtsweg/messages/durations.ts'
import { type PageLanguage, wordsIn } from './words.ts'

/** Why following a link will probably be in vain. */
export const unreachableNote = (date: string, lang: PageLanguage): string =>
  `(${wordsIn[lang].service.unreachable(day(date, lang))})`

/** The service with words behind every link in its texts that leads nowhere, as pages without script tell it. */
export function tellUnreachable(service: Service, lang: PageLanguage): Service {
  const text = (content: RichText): RichText => content.flatMap(node)
  const node = (one: RichNode): readonly RichNode[] => {
    if (typeof one === 'string') return [one]
    const told = one.children ? { ...one, children: text(one.children) } : one
    return one.unreachableOn ? [told, ` ${unreachableNote(one.unreachableOn, lang)}`] : [told]
  }
  return {
    ...service,
    modules: service.modules.map((module) => ({
      ...module,
      content: text(module.content),
      supplements: module.supplements.map((one) => ({ ...one, content: text(one.content) })),
    })),
  }
}
