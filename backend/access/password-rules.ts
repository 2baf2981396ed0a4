/** What lists of leaked passwords are made of, as far as it is longer than three letters; digits and signs around it change nothing. */
const common =
  /(?:pass?w[o0]rt|passw[o0]rd|kennwort|geheim|willkommen|welcome|hallo|hello|qwert[zy](?:uiop)?|asdfgh?(?:jkl)?|y?xcvbnm?|zxcvbn|abc|abcdef\w*|login|admin(?:istrator)?|root|master|letmein|iloveyou|ichliebedich|schatz|sommer|winter|fruehling|herbst|januar|februar|maerz|april|oktober|november|dezember|monday|summer|spring|autumn|deutschland|germany|berlin|hamburg|muenchen|schwerin|schalke|bayern|fussball|football|dragon|monkey|princess|sunshine|starwars|superman|batman|trustno|changeme|default|test|temp|user|benutzer|rathaus|verwaltung|buergeramt|stadt|gemeinde|landkreis|kreis|amtsweg|amt)/g

/** Fewer different characters than this, or than this once all that is common is taken out, are soon tried through. */
const fewestDifferent = 5
const leastOwn = 5

/**
 * Whether a password would be among the first that are tried: common words, runs on the keyboard, one thing again and again, and what
 * is known of its owner and of this server (`context`: name, address, town). Everything else is taken as it is (NIST SP 800-63B, 5.1.1.2).
 */
export function isTooCommon(password: string, context: readonly string[]): boolean {
  const plain = folded(password)
  if (new Set(plain).size < fewestDifferent || isRepeated(plain) || isRun(plain)) return true
  const known = context
    .flatMap((text) => folded(text).split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 2)
    .toSorted((a, b) => b.length - a.length)
  const own = known
    .reduce((rest, word) => rest.replaceAll(word, ' '), plain)
    .replace(common, ' ')
    .replace(/(?:19|20)\d\d/g, ' ')
  return ownLength(own) < leastOwn
}

/** What is left of one's own; digits and signs at the edges of words are how everybody makes a word longer. */
const ownLength = (rest: string): number =>
  rest
    .split(' ')
    .map((part) => part.replace(/^\P{L}+|\P{L}+$/gu, '').length || Math.floor(part.length / 3))
    .reduce((sum, length) => sum + length, 0)

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')

const isRepeated = (text: string): boolean => /^(.{1,6}?)\1{2,}.{0,5}$/su.test(text)

/** 123456789012, abcdefghijkl: each character follows the one before. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((character, index) => character.charCodeAt(0) - text.charCodeAt(index))
  const regular = steps.filter((step) => step === 1 || step === -1 || step === 0).length
  return regular >= steps.length - 2
}
