import type { RichElement, RichNode, RichText } from '@amtsweg/contract'

/** The steps of a Verfahrensablauf: those the reader takes, and those that come after. */
export interface Steps {
  readonly own: RichText
  /** Items of the same list, in their order; empty where they cannot be told apart. */
  readonly later: readonly RichElement[]
  /** Number of the first later step. */
  readonly from: number
}

const words = (node: RichNode): string =>
  typeof node === 'string' ? node : (node.children ?? []).map(words).join('')

/** Somebody else acts, or something comes: "Die Behörde prüft …", "Sie erhalten …", "Die Urkunde kommt …". */
const othersAct =
  /^(?:(?:Die|Das|Der|Ihre?)\s+(?:\p{L}+\s+)?\p{L}*(?:behörde|amt|stelle|kasse|verwaltung|gericht|ministerium|aufsicht|druckerei|werk|träger|landkreis|stadt|gemeinde)\s|Sie\s(?:oder\s.{1,30}\s)?(?:erhalten|bekommen)\s|(?:Die|Das|Der)\s\p{Lu}\p{L}+\skommt\s)/iu
/** What is left to the reader at the end: to fetch something, to tell of changes. */
const epilogue = /^(?:Holen\sSie\s.*\sab|Nehmen\sSie\s.*\smit|(?:Melden|Teilen)\sSie\s.*Änderung)/u

/**
 * Parts a list of steps where the reader's own end and only others act any more. It looks at how the items begin, in
 * German; the order never changes and nothing gets lost. Where that does not tell, all are the reader's.
 */
export function partSteps(content: RichText, lang: string): Steps {
  const all: Steps = { own: content, later: [], from: 1 }
  const at = content.findIndex((node) => typeof node !== 'string' && node.tag === 'ol')
  if (at < 0 || !lang.startsWith('de')) return all
  const list = content[at] as RichElement
  const items = (list.children ?? []).filter(
    (item): item is RichElement => typeof item !== 'string' && item.tag === 'li',
  )
  const kinds = items.map((item) => {
    const text = words(item).trim()
    if (othersAct.test(text)) return 'others'
    return epilogue.test(text) ? 'epilogue' : 'own'
  })
  const first = kinds.lastIndexOf('own') + 1
  const begin = kinds.indexOf('others', first)
  if (begin < 1) return all
  return {
    own: [...content.slice(0, at), { ...list, children: items.slice(0, begin) }, ...content.slice(at + 1)],
    later: items.slice(begin),
    from: begin + 1,
  }
}
