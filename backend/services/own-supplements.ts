import type { SupplementEdit } from '@amtsweg/contract'
import { htmlOf, richTextOf } from './rich-text.ts'
import { type Replaced, whyReserved } from './typisierung.ts'

/** What is wrong with one of several supplements, and whether because the text is reserved. */
export interface SupplementFault {
  readonly pointer: string
  readonly detail: string
  readonly isReserved: boolean
}

/** Supplements in a fixed order, and made safe: what is told back is what is kept. */
export const inFixedOrder = (items: readonly SupplementEdit[]): SupplementEdit[] =>
  items
    .map(({ code, lang, mode, html }) => ({ code, lang, mode, html: htmlOf(richTextOf(html)) }))
    .sort(byKey)

/** The order does not depend on how an engine orders text. */
export const byKey = (a: SupplementEdit, b: SupplementEdit): number => (keyOf(a) < keyOf(b) ? -1 : 1)

const keyOf = ({ code, lang, mode }: SupplementEdit): string => `${code} ${lang} ${mode}`

/** What speaks against supplements to a text in a region. */
export function supplementFaults(
  items: readonly SupplementEdit[],
  text: Replaced,
  regionKey: string,
): readonly SupplementFault[] {
  const seen = new Set<string>()
  return items.flatMap((item, index) => {
    const fault = (field: string, detail: string, isReserved = false) => [
      { pointer: `/items/${index}/${field}`, detail, isReserved },
    ]
    const key = keyOf(item)
    if (seen.has(key)) return fault('code', 'There are two of this code, language and mode')
    seen.add(key)
    if (richTextOf(item.html).length === 0) return fault('html', 'The text is empty')
    const reserved = item.mode === 'replacement' ? whyReserved(text, regionKey) : undefined
    return reserved ? fault('mode', reserved, true) : []
  })
}

/** What a supplement of an authority is known by: there is one of each code, language and mode. */
export const ownSupplementId = ({
  service,
  regionKey,
  code,
  lang,
  mode,
}: Pick<SupplementEdit, 'code' | 'lang' | 'mode'> & {
  readonly service: string
  readonly regionKey: string
}): string => ['own', service, regionKey, code, lang, mode].join(':')
