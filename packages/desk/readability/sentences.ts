import { abbreviations } from './abbreviations.ts'

/** A piece of a text: offsets in UTF-16 units, the end is not a part of it. */
export interface Span {
  readonly start: number
  readonly end: number
}

const segmenter = new Intl.Segmenter('de', { granularity: 'sentence' })

/** After these a sentence may well be over: what follows decides. */
const closing = new Set(['usw', 'etc', 'ff', 'o. ä', 'u. ä', 'u. a', 'o. g'])
const shortened = [...abbreviations.keys()]
  .filter((one) => one.endsWith('.'))
  .map((one) => one.slice(0, -1))
  .sort((one, other) => other.length - one.length)
const endsShortened = new RegExp(
  `(?:^|[^\\p{L}])(${shortened.map((one) => one.replaceAll('.', '\\.').replaceAll(' ', '\\s?')).join('|')})\\.\\s*$`,
  'u',
)
/** `J.` of a name, the `z.` of `z. B.` */
const initial = /(?:^|[^\p{L}\p{N}])\p{L}\.\s*$/u
const ordinal = /(?:^|[^\p{L}\p{N}.,:])\d{1,3}\.\s*$/u
const ordinalAfterArticle =
  /(?:^|[^\p{L}])(?:der|die|das|den|dem|des|am|im|zum|zur|vom|ab|bis|beim|jede[nrs]?|ein(?:e[nmrs]?)?|und|oder)\s+\d{1,3}\.\s*$/iu
const counted =
  /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jänner|Klasse|Stock|Etage|Obergeschoss|OG|Untergeschoss|UG|Halbjahr|Quartal|Lebensjahr|Lebensmonat|Kind|Tag|Woche|Monat|Jahr|Mahnung|Person|Stufe|Grad|Advent|Schuljahr|Wahlgang|Absatz|Satz)/u

/** Whether the text before a supposed end only looks like one. */
function goesOn(before: string, after: string): boolean {
  if (!before.trimEnd().endsWith('.')) return false
  if (/^[\p{Ll}]/u.test(after)) return true
  const shortForm = endsShortened.exec(before)?.[1]
  if (shortForm) return !closing.has(shortForm.replaceAll(/\.(?=\S)/g, '. ')) || /^\d/.test(after)
  if (initial.test(before)) return true
  return ordinal.test(before) && (counted.test(after) || ordinalAfterArticle.test(before))
}

const trimmed = (text: string, { start, end }: Span): Span => {
  const piece = text.slice(start, end)
  return { start: start + (piece.length - piece.trimStart().length), end: start + piece.trimEnd().length }
}

/**
 * The sentences of a German text. Each line ends one, as headings and points of lists have no full stop; `§ 5 Abs. 2`, `z. B.`
 * and `1. Januar` end none. Unicode's rules (UAX 29) know no abbreviations, so what they part too early is joined again.
 */
export function sentencesOf(text: string): Span[] {
  const found: Span[] = []
  for (const line of linesOf(text)) {
    let open: Span | undefined
    for (const { index, segment } of segmenter.segment(text.slice(line.start, line.end))) {
      const start = line.start + index
      const isOpen: boolean = open !== undefined && goesOn(text.slice(open.start, open.end), segment)
      if (open && !isOpen) found.push(open)
      open = { start: isOpen && open ? open.start : start, end: start + segment.length }
    }
    if (open) found.push(open)
  }
  return found.map((span) => trimmed(text, span)).filter(({ start, end }) => end > start)
}

/** The lines of a text, without their ends. */
export function linesOf(text: string): Span[] {
  const lines: Span[] = []
  let start = 0
  for (const { index, 0: end } of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) {
    lines.push({ start, end: index })
    start = index + end.length
  }
  return [...lines, { start, end: text.length }]
}
