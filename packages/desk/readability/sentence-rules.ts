import { type Check, places } from './finding.ts'

/** Words of a sentence at most; Leichte Sprache says one thing in a sentence. */
const longest = { easy: 12, plain: 20 } as const

export const sentenceLength: Check = ({ start, end, tokens }, style) =>
  tokens.length > longest[style] ? [{ rule: 'sentence-length', start, end, count: tokens.length }] : []

/** Subordinate clauses: told by their commas, of which lists have as many, so that only words of clauses count. */
export const nesting: Check = (sentence, style) => {
  const found = places(
    sentence,
    'nesting',
    /,\s+(?:(?:in|an|auf|aus|bei|für|mit|nach|von|zu|über|um|durch|ohne)\s+)?(?:dass|weil|wenn|falls|sofern|soweit|sobald|solange|obwohl|damit|während|nachdem|bevor|ehe|indem|wobei|wodurch|wofür|womit|worauf|der|die|das|den|dem|deren|dessen|denen|welche[rsmn]?|wer|wo|wie|ob|um)(?=\s)/giu,
  )
  const first = found[0]
  if (!first || found.length < (style === 'easy' ? 1 : 2)) return []
  return [{ rule: 'nesting', start: sentence.start, end: sentence.end, count: found.length }]
}

const nominal = /^\p{Lu}\p{L}{2,}(?:ung|ungen|heit|heiten|keit|keiten|tion|tionen|nahme|nahmen)$/u
/** They end like what is made of a verb or an adjective, but are things one can take into one's hand, or have no other word. */
const concrete = /^(?:wohnung|zeitung|rechnung|kleidung|leistung|zahlung|nahrung|station|person)(?:en)?$/i

export const nominalStyle: Check = (sentence, style) => {
  const found = sentence.tokens.filter(({ word }) => nominal.test(word) && !concrete.test(word))
  const [first, last] = [found[0], found.at(-1)]
  if (!first || !last || found.length < (style === 'easy' ? 2 : 3)) return []
  return [{ rule: 'nominal-style', start: first.start, end: last.end, count: found.length }]
}

/** Leichte Sprache says what is, not what is not; elsewhere only twice `no` in a sentence is hard. */
export const negation: Check = (sentence, style) => {
  const found = places(
    sentence,
    'negation',
    /(?<!\p{L})(?:nicht|nichts|nie|niemals|niemand(?:en|em)?|nirgends|kein(?:e[nmrs]?)?|weder)(?!\p{L})/giu,
  )
  if (style === 'easy') return found
  const [first, second] = [
    found[0],
    places(
      sentence,
      'negation',
      /(?<!\p{L})(?:ohne|außer|un(?:zulässig|möglich|zuständig|vollständig|gültig|wirksam)\p{Ll}*)(?!\p{L})/giu,
    )[0] ?? found[1],
  ]
  if (!first || !second) return []
  return [
    {
      rule: 'negation',
      start: Math.min(first.start, second.start),
      end: Math.max(first.end, second.end),
      count: 2,
    },
  ]
}

export const subjunctive: Check = (sentence, style) =>
  style === 'easy'
    ? places(
        sentence,
        'subjunctive',
        /(?<!\p{L})(?:würde(?:n|st|t)?|hätte(?:n|st|t)?|wäre(?:n|st|t)?|könnte(?:n|st|t)?|dürfte(?:n|st|t)?|müsste(?:n|st|t)?|möchte(?:n|st|t)?|sei(?:en)?)(?!\p{L})/giu,
      )
    : []
