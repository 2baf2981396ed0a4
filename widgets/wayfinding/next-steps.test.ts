import { expect } from '@open-wc/testing'
import type { RichText } from '@amtsweg/contract'
import { partSteps } from './next-steps.ts'

const steps = (...items: readonly string[]): RichText => [
  { tag: 'ol', children: items.map((item) => ({ tag: 'li', children: [item] })) },
]
const later = (...items: readonly string[]) =>
  partSteps(steps(...items), 'de').later.map(({ children }) => children![0])

describe('what happens next', () => {
  const cases: readonly (readonly [readonly string[], number])[] = [
    [['Vereinbaren Sie einen Termin.', 'Die Behörde prüft.', 'Die Bundesdruckerei stellt her.', 'Holen Sie den Ausweis ab.'], 3],
    [['Lassen Sie den Einzug bestätigen.', 'Die Behörde ändert das Register.', 'Sie erhalten eine Bestätigung.'], 2],
    [['Zahlen Sie die Gebühr.', 'Das Bundesamt prüft.', 'Sie oder die Behörde bekommen es mit der Post.'], 2],
    [['Stellen Sie den Antrag.', 'Das Amt rechnet.', 'Melden Sie jede Änderung.'], 2],
    [['Bestellen Sie.', 'Die Urkunde kommt per Post.'], 1],
    // The reader acts again: from where to part them cannot be told.
    [['Vereinbaren Sie einen Termin.', 'Die Behörde nimmt Fingerabdrücke.', 'Zahlen Sie die Gebühr.'], 0],
    [['Die Behörde schreibt Ihnen.', 'Holen Sie den Pass ab.'], 0],
    [['Gehen Sie hin.', 'Sie unterschreiben.', 'Holen Sie den Schein ab.'], 0],
    [[], 0],
  ] // prettier-ignore
  for (const [items, count] of cases)
    it(`are the last ${count} of "${items.join(' ')}"`, () => {
      expect(later(...items)).to.deep.equal(items.slice(items.length - count))
    })

  it('goes on counting where the reader’s own steps end, and loses no words around the list', () => {
    const text: RichText = [
      { tag: 'p', children: ['Vorab.'] },
      ...steps('Beantragen Sie.', 'Die Behörde prüft.'),
      { tag: 'p', children: ['Danach.'] },
    ]
    const { own, from } = partSteps(text, 'de')
    expect(from).to.equal(2)
    expect(own).to.deep.equal([text[0], ...steps('Beantragen Sie.'), text[2]])
  })

  it('is not guessed from words of other languages, nor without a list', () => {
    const english = steps('Apply.', 'Die Behörde prüft.')
    expect(partSteps(english, 'en').own).to.equal(english)
    expect(partSteps([{ tag: 'p', children: ['Die Behörde prüft.'] }], 'de').later).to.deep.equal([])
  })
})
