import { expect } from '@open-wc/testing'
import fc from 'fast-check'
import { createAssessor } from './assess.ts'
import type { Rule, Style } from './finding.ts'

const assess = (text: string, style: Style) => createAssessor()(text, style)
const found = (text: string, style: Style, rule: Rule) =>
  assess(text, style)
    .findings.filter((one) => one.rule === rule)
    .map(({ start, end, better }) => text.slice(start, end) + (better ? ` → ${better}` : ''))

// prettier-ignore
const places: readonly (readonly [Style, Rule, string, readonly string[]])[] = [
  ['easy', 'compound', 'Sie brauchen eine Meldebescheinigung.', ['Meldebescheinigung']],
  ['easy', 'compound', 'Sie brauchen eine Melde-Bescheinigung.', []],
  ['easy', 'compound', 'Das ist ein Behinderten·ausweis.', []],
  ['plain', 'compound', 'Sie brauchen eine Meldebescheinigung.', []],
  ['plain', 'compound', 'Die Wohnungsgeberbestätigung fehlt.', ['Wohnungsgeberbestätigung']],
  ['easy', 'compound', 'Schreiben Sie an buergerbuero-anmeldung@musterstadt.example oder https://musterstadt.example/einwohnermeldeamt.', []],
  ['easy', 'abbreviation', 'Das ist z. B. ein Pass.', ['z. B. → zum Beispiel']],
  ['easy', 'abbreviation', 'Das ist z.B. ein Pass.', ['z.B. → zum Beispiel']],
  ['plain', 'abbreviation', 'Das ist z. B. ein Pass.', []],
  ['plain', 'abbreviation', 'Bringen Sie ggf. ein Foto mit.', ['ggf. → wenn nötig']],
  ['plain', 'abbreviation', 'Das steht im BMG.', ['BMG → Bundesmeldegesetz']],
  ['easy', 'abbreviation', 'Frau Dr. Muster hilft.', []],
  ['easy', 'genitive', 'Gehen Sie zur Tür des Amtes.', ['des Amtes']],
  ['easy', 'genitive', 'Das ist die Nummer Ihres alten Ausweises.', ['Ihres alten Ausweises']],
  ['easy', 'genitive', 'Fragen Sie das Büro der Stadt.', ['der Stadt']],
  ['easy', 'genitive', 'Der Antrag liegt dort.', []],
  ['easy', 'genitive', 'Wenn der Antrag fertig ist.', []],
  ['easy', 'genitive', 'Sie gehen zu der Stelle.', []],
  ['plain', 'genitive', 'Das ist das Büro der Leitung der Stadt.', ['der Leitung der Stadt']],
  ['plain', 'genitive', 'Fragen Sie das Büro der Stadt.', []],
  ['easy', 'negation', 'Sie zahlen nichts.', ['nichts']],
  ['easy', 'negation', 'Sie brauchen keinen Termin.', ['keinen']],
  ['easy', 'negation', 'Das ist vernichtet.', []],
  ['plain', 'negation', 'Sie brauchen keinen Termin.', []],
  ['plain', 'negation', 'Das geht nicht ohne Termin.', ['nicht ohne']],
  ['easy', 'subjunctive', 'Sie könnten anrufen.', ['könnten']],
  ['plain', 'subjunctive', 'Sie könnten anrufen.', []],
  ['easy', 'number', 'Bringen Sie zwei Fotos mit.', ['zwei → 2']],
  ['easy', 'number', 'Kommen Sie am 05.12.2026.', ['05.12.2026 → 5. Dezember 2026']],
  ['easy', 'number', 'Die Stadt hat 100000 Euro.', ['100000 → 100.000']],
  ['easy', 'number', 'Wir sind in 19230 Hagenow.', []],
  ['easy', 'number', 'Rufen Sie an: 03883 6107-0.', []],
  ['plain', 'number', 'Das steht in Buch IV.', ['IV']],
  ['plain', 'number', 'Bringen Sie zwei Fotos mit.', []],
  ['easy', 'brackets', 'Der Pass (mit Foto) gilt.', ['(mit Foto)']],
  ['easy', 'special-character', 'Sie zahlen 5 %.', ['% → Prozent']],
  ['easy', 'special-character', 'Das steht in § 5.', ['§ → Paragraf']],
  ['easy', 'special-character', 'Fragen Sie Vater und/oder Mutter.', ['/ → oder']],
  ['easy', 'nesting', 'Sie zahlen, wenn Sie kommen.', ['Sie zahlen, wenn Sie kommen.']],
  ['plain', 'nesting', 'Sie zahlen, wenn Sie kommen.', []],
  ['plain', 'nesting', 'Sie zahlen, wenn Sie kommen, weil das Gesetz gilt.', ['Sie zahlen, wenn Sie kommen, weil das Gesetz gilt.']],
  ['easy', 'nesting', 'Sie brauchen Pass, Foto, Geld.', []],
  ['plain', 'nominal-style', 'Die Durchführung der Prüfung der Zuständigkeit dauert.', ['Durchführung der Prüfung der Zuständigkeit']],
  ['plain', 'nominal-style', 'Ihre Wohnung und Ihre Rechnung und die Zeitung.', []],
  ['easy', 'sentence-length', 'Eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf.', []],
  ['easy', 'sentence-length', 'A b c d e f g h i k l m n.', ['A b c d e f g h i k l m n.']],
]

const text = () =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...[
            'Der',
            'Antrag',
            'wird',
            'geprüft',
            'des',
            'Amtes',
            'z. B.',
            '§ 5 Abs. 2',
            '1. Januar',
            ', weil',
            'nicht',
            '(IV)',
          ],
          ...[
            '\n',
            '. ',
            '! ',
            'Wohnungsgeberbestätigung',
            '01.12.2026',
            'und/oder',
            '🙂',
            '„',
            'ß',
            '&',
            'https://a.example/x',
          ],
        ),
        fc.string({ unit: 'binary' }),
      ),
    )
    .map((pieces) => pieces.join(' '))
const style = () => fc.constantFrom<Style>('easy', 'plain')

describe('what is found in a text', () => {
  for (const [kind, rule, sentence, wanted] of places)
    it(`${kind}, ${rule}: ${sentence}`, () => expect(found(sentence, kind, rule)).to.deep.equal(wanted))

  it('has a place inside the text, in order, whatever the text', () =>
    fc.assert(
      fc.property(text(), style(), (text, style) => {
        let last = 0
        return assess(text, style).findings.every(({ start, end }) => {
          const isInOrder = start >= last && start < end && end <= text.length
          last = start
          return isInOrder
        })
      }),
    ))

  it('is the same whether the text was there at once or was typed', () =>
    fc.assert(
      fc.property(text(), style(), fc.nat(), (text, style, at) => {
        const typed = createAssessor()
        typed(text.slice(0, at % (text.length + 1)), style)
        expect(typed(text, style)).to.deep.equal(assess(text, style))
      }),
    ))
})

describe('the scores of a text', () => {
  it('follow the formulas, counted by hand', () => {
    // Six words, one sentence; syllables 1+2+1+4+1+2; polysyllables 1; of one syllable 3; more than six letters 1.
    const { scores, counts } = assess('Das Formular ist im Amt da.', 'plain')
    expect(counts).to.deep.equal({
      sentences: 1,
      words: 6,
      syllables: 8,
      polysyllables: 1,
      monosyllables: 5,
      long: 1,
      longestSentence: 6,
    })
    expect(scores!.wiener[0]).to.be.closeTo(
      (0.1935 * 100) / 6 + 0.1672 * 6 + (0.1297 * 100) / 6 - (0.0327 * 500) / 6 - 0.875,
      1e-9,
    )
    expect(scores!.wiener[3]).to.be.closeTo((0.2744 * 100) / 6 + 0.2656 * 6 - 1.693, 1e-9)
    expect(scores!.amstad).to.be.closeTo(180 - 6 - (58.5 * 8) / 6, 1e-9)
  })

  it('tell words of the law from words for everybody', () => {
    const law =
      'Die Ausstellung eines vorläufigen Personalausweises erfolgt ausschließlich bei Glaubhaftmachung der Dringlichkeit durch die antragstellende Person.'
    const easy =
      'Brauchen Sie schnell einen Ausweis? Dann kommen Sie zu uns. Sie bekommen sofort einen Ausweis für 3 Monate.'
    const [hard, plain] = [law, easy].map((text) => assess(text, 'plain').scores!)
    expect(hard!.wiener[0]).to.be.greaterThan(14)
    expect(plain!.wiener[0]).to.be.lessThan(6)
    expect(plain!.amstad).to.be.greaterThan(hard!.amstad + 50)
  })

  it('are none where there is no word', () => expect(assess(' \n – …', 'easy').scores).to.equal(undefined))

  it('never call sentences longer when one is divided', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Haus', 'Antrag', 'gilt', 'heute'), { minLength: 2 }),
        fc.nat(),
        (words, at) => {
          const cut = 1 + (at % (words.length - 1))
          const whole = assess(`${words.join(' ')}.`, 'easy')
          const divided = assess(
            `${words.slice(0, cut).join(' ')}. Der ${words.slice(cut).join(' ')}.`.replace('Der ', ''),
            'easy',
          )
          expect(divided.counts.longestSentence).to.be.at.most(whole.counts.longestSentence)
          expect(divided.scores!.sentenceLength).to.be.at.most(whole.scores!.sentenceLength)
        },
      ),
    ))
})
