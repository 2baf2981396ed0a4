import type { RichNode, RichText, Service, ServiceLink } from '@amtsweg/contract'
import { day } from '@amtsweg/messages/durations.ts'
import { type PageLanguage, wordsIn } from './words.ts'

/** The service with words behind every link that leads nowhere, as pages without script tell it. */
export function tellUnreachable(service: Service, lang: PageLanguage): Service {
  const note = (date: string) => `(${wordsIn[lang].service.unreachable(day(date, lang))})`
  const text = (content: RichText): RichText => content.flatMap(node)
  const node = (one: RichNode): readonly RichNode[] => {
    if (typeof one === 'string') return [one]
    const told = one.children ? { ...one, children: text(one.children) } : one
    return one.unreachableOn ? [told, ` ${note(one.unreachableOn)}`] : [told]
  }
  const links = (all: readonly ServiceLink[]) =>
    all.map((link) =>
      link.unreachableOn ? { ...link, title: `${link.title} ${note(link.unreachableOn)}` } : link,
    )
  return {
    ...service,
    modules: service.modules.map((module) => ({
      ...module,
      content: text(module.content),
      supplements: module.supplements.map((one) => ({ ...one, content: text(one.content) })),
    })),
    legalBasis: links(service.legalBasis),
    forms: links(service.forms),
    onlineServices: links(service.onlineServices),
  }
}
