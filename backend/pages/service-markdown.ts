import type { ModuleCode, Service, ServiceLink, Source } from '@amtsweg/contract'
import { supplementTitle } from '@amtsweg/messages/authorship.ts'
import { deadlineText, duration } from '@amtsweg/messages/durations.ts'
import { feeText } from '@amtsweg/messages/fees.ts'
import { destination, escaped, markdownOf } from './markdown.ts'
import { tellUnreachable, unreachableNote } from './unreachable.ts'
import { type PageLanguage, wordsIn } from './words.ts'

/** The page of a service as Markdown: the same words in the same order, for programs that read text. */
export function serviceMarkdown(
  facts: Service,
  {
    lang,
    url,
    sources,
  }: { readonly lang: PageLanguage; readonly url: string; readonly sources: readonly Source[] },
): string {
  const service = tellUnreachable(facts, lang)
  const { service: words, page } = wordsIn[lang]
  const text = (code: ModuleCode) =>
    service.modules
      .filter((module) => module.code === code)
      .flatMap(({ content, supplements }) => [
        markdownOf(content),
        ...supplements.map(
          (one) =>
            `**${escaped(supplementTitle(one.provenance, lang, words))}**\n\n${markdownOf(one.content)}`,
        ),
      ])
      .join('\n\n')
  const section = (title: string, ...parts: readonly string[]) => {
    const told = parts.filter(Boolean).join('\n\n')
    return told && `## ${title}\n\n${told}`
  }
  const items = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n')
  const said = (...parts: readonly (string | false | undefined)[]) =>
    parts.flatMap((part) => (part ? [escaped(part)] : [])).join(' – ')
  const noted = (one: ServiceLink) =>
    one.unreachableOn ? { ...one, title: `${one.title} ${unreachableNote(one.unreachableOn, lang)}` } : one
  const links = (some: readonly ServiceLink[]) => items(some.map((one) => link(noted(one), words.onlineNote)))
  const time = service.processingTime
  const named = sources.filter(({ id }) => service.sources.includes(id))
  const parts = [
    `# ${escaped(service.title)}`,
    `<${url}>`,
    text('24'),
    text('05'),
    section(words.online, links(service.onlineServices)),
    section(words.duration, time ? said(duration(time, lang, words), time.text) : ''),
    section(words.office, text('22'), text('23')),
    section(
      words.documents,
      text('08'),
      items(
        service.documents.map(({ name, hint, required }) => said(name, !required && words.optional, hint)),
      ),
    ),
    section(words.modules['09'], text('09')),
    section(words.modules['11'], text('11')),
    section(
      words.cost,
      items(
        service.fees.map((fee) =>
          said(
            feeText(fee, lang, words.fee),
            fee.text,
            fee.advancePayment && words.fee.advance,
            fee.legalBasis,
          ),
        ),
      ),
    ),
    section(
      words.deadlines,
      items(service.deadlines.map((one) => said(deadlineText(one, lang, words), one.text, one.legalBasis))),
    ),
    ...(['06', '16', '15'] as const).map((code) => section(words.modules[code], text(code))),
    section(words.forms, links(service.forms), text('14')),
    section(words.modules['25'], text('25')),
    section(words.legal, links(service.legalBasis), text('07')),
    section(words.author, text('18')),
    [
      ...named.map(({ name, attribution }) => `${words.sources}: ${escaped(attribution ?? name)}`),
      ...(service.leistungsschluessel ? [`${page.keyName}: ${service.leistungsschluessel}`] : []),
    ].join('  \n'),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

const link = ({ title, url, invented }: ServiceLink, note: string) =>
  `${url && /^https?:/i.test(url) ? `[${escaped(title)}](${destination(url)})` : escaped(title)}${invented ? ` (${escaped(note)})` : ''}`
