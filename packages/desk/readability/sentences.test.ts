import { expect } from '@open-wc/testing'
import fc from 'fast-check'
import { linesOf, sentencesOf } from './sentences.ts'

const parted = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end))

// A bar stands where a sentence ends.
const texts = [
  'Das regelt § 5 Abs. 2 Satz 1 BMG.| Fragen Sie uns.',
  'Bringen Sie z. B. einen Ausweis mit.| Er muss gültig sein.',
  'Bringen Sie z.B. Ihren Pass mit.',
  'Wir schließen am 1. Januar 2027.| Danach öffnen wir.',
  'Kommen Sie am 3. Tag wieder.',
  'Das Büro ist im 2. Obergeschoss links.',
  'Wir öffnen um 8.| Bitte warten Sie.',
  'Frau Dr. Muster hilft Ihnen.| Herr Prof. Dr. Beispiel auch.',
  'Das gilt für Kinder, Enkel usw.| Andere fragen bitte nach.',
  'Das gilt für Kinder usw. bis 18 Jahre.',
  'Siehe Nr. 4 der Anl. 2.',
  'Die Musterstr. 5 ist gesperrt.',
  'Es kostet ca. 10,50 Euro.| Zahlen Sie bar!| Haben Sie kein Geld?| Fragen Sie.',
  'Nach Art. 13 i. V. m. § 2 gilt das.',
  'Geboren am 01.02.1990 in Musterstadt.',
  'Unser Verein e. V. hilft.',
  'J. Muster leitet das Amt.',
  'Öffnungszeiten:| ',
  '„Kommen Sie!“| Das sagte sie.',
]

describe('the sentences of a text', () => {
  for (const marked of texts)
    it(`${marked.trim()}`, () => {
      const wanted = marked.split('|').map((one) => one.trim())
      expect(parted(marked.replaceAll('|', ''))).to.deep.equal(wanted.filter(Boolean))
    })

  it('end with each line, as headings and points of a list have no full stop', () =>
    expect(parted('Unterlagen\n- Ausweis\r\n- Foto')).to.deep.equal(['Unterlagen', '- Ausweis', '- Foto']))

  it('stand in order, overlap nowhere, are never blank, and leave out only blanks', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', '.', ' ', '\n', '1', '!', 'z. B. ', '🙂', '„') }),
        (text) => {
          let end = 0
          for (const span of sentencesOf(text)) {
            if (span.start < end || span.end <= span.start || span.end > text.length) return false
            if (text.slice(end, span.start).trim() !== '') return false
            end = span.end
          }
          return text.slice(end).trim() === ''
        },
      ),
    ))

  it('stand in lines that give the whole text back', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', ' ') }), (text) => {
        const lines = linesOf(text)
        return (
          lines.at(-1)?.end === text.length &&
          !lines.some((line) => /[\r\n]/.test(text.slice(line.start, line.end)))
        )
      }),
    ))
})
