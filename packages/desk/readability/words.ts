import type { Finding, Rule, Style } from './finding.ts'

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`

const titles: Record<Rule, string> = {
  'sentence-length': 'Langer Satz',
  nesting: 'Nebensatz',
  passive: 'Passiv',
  compound: 'Langes Wort',
  'nominal-style': 'Viele Hauptwörter',
  negation: 'Verneinung',
  abbreviation: 'Abkürzung',
  genitive: 'Genitiv',
  subjunctive: 'Möglichkeitsform',
  number: 'Zahl',
  brackets: 'Klammer',
  'special-character': 'Sonderzeichen',
}

const write = (better: string) => `Schreiben Sie: „${better}“.`

const advice: Record<Rule, (finding: Finding, style: Style) => string> = {
  'sentence-length': ({ count = 0 }, style) =>
    `${count} Wörter. Teilen Sie den Satz: ${style === 'easy' ? 'höchstens 12 Wörter, eine Aussage.' : 'höchstens 20 Wörter.'}`,
  nesting: (_, style) =>
    style === 'easy'
      ? 'Machen Sie aus dem Nebensatz einen eigenen Satz.'
      : 'Mehrere Nebensätze in einem Satz. Machen Sie zwei Sätze daraus.',
  passive: () => 'Sagen Sie, wer etwas tut: „Das Amt prüft den Antrag“ statt „Der Antrag wird geprüft“.',
  compound: (_, style) =>
    style === 'easy'
      ? 'Teilen Sie das Wort mit einem Bindestrich, oder nehmen Sie ein kürzeres.'
      : 'Nehmen Sie ein kürzeres Wort, oder schreiben Sie zwei Wörter.',
  'nominal-style': () => 'Nehmen Sie Tätigkeitswörter: „prüfen“ statt „die Durchführung der Prüfung“.',
  negation: (_, style) =>
    style === 'easy'
      ? 'Sagen Sie, was ist oder was man tun kann. Geht es nur mit Verneinung, heben Sie sie hervor.'
      : 'Doppelte Verneinung. Sagen Sie, was ist.',
  abbreviation: ({ better }) => (better ? write(better) : 'Schreiben Sie das Wort aus.'),
  genitive: (_, style) =>
    style === 'easy'
      ? 'Schreiben Sie „von dem …“ oder „von der …“.'
      : 'Zwei Genitive hintereinander. Bauen Sie den Satz um.',
  subjunctive: () => 'Sagen Sie es in der Wirklichkeitsform: „Sie können“ statt „Sie könnten“.',
  number: ({ better }) => (better ? write(better) : 'Nehmen Sie arabische Ziffern: 4 statt IV.'),
  brackets: () => 'Machen Sie aus der Klammer einen eigenen Satz.',
  'special-character': ({ better }) => (better ? write(better) : 'Lassen Sie das Zeichen weg.'),
}

const sources: Record<Style, string> = {
  easy: 'Regeln: BITV 2.0 Anlage 2 Teil 2 und DIN SPEC 33429. Leichte Sprache prüfen am Ende Menschen mit Lern-Schwierigkeiten.',
  plain: 'Regeln: angelehnt an DIN 8581-1 (Einfache Sprache).',
}

/** Ends of the levels by school years. */
const levels = [
  [5, 'sehr leicht'],
  [7, 'leicht'],
  [10, 'mittel'],
  [12, 'schwer'],
] as const

/** The words of the panel beside a text. */
export const words = {
  title: 'Verständlichkeit',
  styles: { easy: 'Leichte Sprache', plain: 'Einfache Sprache' } satisfies Record<Style, string>,
  styleOf: 'Der Text ist in',
  level: (wiener: number) => levels.find(([end]) => wiener <= end)?.[1] ?? 'sehr schwer',
  score: (wiener: number) => `Schuljahr ${Math.min(15, Math.max(4, Math.round(wiener)))} von 4 bis 15`,
  formula: 'Wiener Sachtextformel 1 (Bamberger, Vanecek 1984)',
  amstad: (ease: number) => `Lesbarkeit nach Amstad: ${Math.min(100, Math.max(0, Math.round(ease)))} von 100`,
  lengths: (sentences: number, mean: number, longest: number) =>
    `${count(sentences, 'Satz', 'Sätze')}, im Mittel ${mean.toLocaleString('de', { maximumFractionDigits: 1 })} Wörter, längster ${longest}`,
  tooShort: 'Ab 30 Wörtern sagen die Formeln etwas aus.',
  empty: 'Noch kein Text.',
  found: (number: number) => (number ? count(number, 'Hinweis', 'Hinweise') : 'Keine Hinweise'),
  more: (number: number) => `${count(number, 'weiteren Hinweis', 'weitere Hinweise')} zeigen`,
  titles,
  advice,
  sources,
}
