import type { Check } from './finding.ts'
import type { Token } from './tokens.ts'

const forms = /^(?:werde|wirst|wird|werden|werdet|wurde|wurdest|wurden|wurdet|worden|würde|würden)$/i

const separable =
  'ab|an|auf|aus|bei|bereit|bekannt|dar|durch|ein|fest|frei|gut|her|heraus|herein|hin|hinaus|hinzu|hoch|los|mit|nach|nieder|statt|teil|über|um|unter|vor|voraus|vorbei|weg|weiter|wieder|zu|zurück|zusammen|zwischen'
/** Participles that no infinitive looks like. */
const participle = new RegExp(
  `^(?:(?:${separable})?ge\\p{Ll}{2,}(?:t|en)|(?:${separable})?(?:be|ent|emp|er|ver|zer|miss|über|unter|wider|hinter|voll)\\p{Ll}{2,}t|(?:\\p{Ll}{2,})iert|(?:be|ver|ent|er|zer|miss|über|unter|ab|an|auf|aus|vor|zu|zurück)*(?:schieden|schlossen|nommen|schrieben|hoben|boten|zogen|schoben|wogen|standen|worfen|sprochen|troffen|holfen|bunden|funden|griffen|liehen))$`,
  'u',
)
/** They look like participles but are infinitives, adjectives or adverbs: `wird bekannt`, `wird das erhalten`. */
const no = new Set(
  `gehen gelten gelangen genügen gehören gewinnen geschehen genesen gestehen gewöhnen gefallen geraten gesund geeignet gefährden
  gewähren gebären gedenken genießen gestalten gestatten gewährleisten gelingen gerecht geben angehören zugehören ausgehen eingehen
  bekannt bestimmt beliebt berühmt bewusst erkältet verheiratet verrückt verwandt verliebt vertraut gesamt insgesamt gut entfällt
  erhält enthält beträgt angeben abgeben aufgeben ausgeben eingeben vorgeben weitergeben zurückgeben mitgehen`.split(
    /\s+/,
  ),
)

const isParticiple = ({ word }: Token) => participle.test(word) && !no.has(word)
const after = new Set(['sein', 'haben', 'können', 'müssen', 'dürfen', 'sollen', 'wollen'])

/**
 * Passive: a form of `werden` with a participle. Told only where the participle stands next to it, or ends its part of the
 * sentence, as German has it; so `Ich werde das Formular ausfüllen` (future) and `Es wird kalt` are none.
 */
export const passive: Check = ({ text, start, tokens }) =>
  clauses(text, start, tokens).flatMap((clause) => {
    const at = clause.findIndex(({ word }) => forms.test(word))
    const auxiliary = clause[at]
    if (!auxiliary) return []
    const before = clause[at - 1]
    if (before && isParticiple(before))
      return [{ rule: 'passive', start: before.start, end: auxiliary.end } as const]
    // `wird … gestellt`, `wird … gestellt und geprüft`, `würde … gestellt haben`.
    const last = clause.findLast(({ word }) => !after.has(word))
    if (!last || last.start <= auxiliary.start || !isParticiple(last)) return []
    return [{ rule: 'passive', start: auxiliary.start, end: last.end } as const]
  })

/** The words of a sentence between commas, dashes and the like, and before `und`, `oder`, `aber`. */
function clauses(text: string, offset: number, tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]]
  let end = offset
  for (const token of tokens) {
    const between = text.slice(end - offset, token.start - offset)
    const joins = /^(?:und|oder|aber|sowie|sondern)$/i.test(token.word)
    if (joins || /[,;:()–—„“"]/.test(between)) parts.push([])
    if (!joins) parts.at(-1)!.push(token)
    end = token.end
  }
  return parts
}
