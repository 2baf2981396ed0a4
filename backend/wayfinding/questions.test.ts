import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPattern } from './question-pattern.ts'
import { compileQuestions } from './questions.ts'

/** Patterns by what they lead to; `dog` may have several. */
function matcher(...rules: readonly (readonly [target: string, pattern: string, lang?: string])[]) {
  const match = compileQuestions(
    rules.map(([target, text, lang = 'de']) => {
      const pattern = readPattern(text)
      if ('fault' in pattern) throw new Error(pattern.fault)
      return { target, lang, pattern }
    }),
  )
  return (question: string) => match(question)?.target
}

const dog = matcher(['dog', 'hund|welpe + gekauft|anschaffen ! futter*|*schule'])

describe('a question', () => {
  test.each([
    'Hund gekauft',
    'gekauft: ein Hund',
    'Ich habe mir einen HUND gekauft. Was muss ich tun?',
    'Hunde gekauften',
    'Welpen anschaffen',
    'hund gekauft wismar',
  ])('"%s" says what the pattern asks for', (question) => {
    expect(dog(question)).toBe('dog')
  })

  test.each([
    ['one word alone', 'Hund'],
    ['a word twice', 'Hund Hund'],
    ['an excluded word', 'Hund gekauft Futter'],
    ['an excluded beginning', 'Hund gekauft Futternapf'],
    ['an excluded ending', 'Hund gekauft Hundeschule'],
    ['much else', 'Hund gekauft Rathaus Wismar Termin Öffnungszeiten'],
    ['nothing', ''],
    ['only fillers', 'ich habe das und die'],
  ])('with %s does not', (_, question) => {
    expect(dog(question)).toBeUndefined()
  })

  test('may tell a story where it speaks of the reader', () => {
    expect(dog('Gestern haben wir spontan beim Züchter einen Hund gekauft')).toBe('dog')
    expect(dog('Gestern spontan beim Züchter Lieblingsrasse Hund gekauft')).toBeUndefined()
  })

  test('keeps to an order where one is asked for', () => {
    const move = matcher(['move', 'ziehe|ziehen > um'])
    expect(move('Ich ziehe nächste Woche um')).toBe('move')
    expect(move('um was ziehe ich')).toBeUndefined()
  })

  test('leads to the precise before the general, whichever was written first', () => {
    const rules = [
      ['move', 'ziehe + um'],
      ['abroad', 'ziehe + um + ausland'],
    ] as const
    for (const ordered of [rules, rules.toReversed()]) {
      expect(matcher(...ordered)('ich ziehe ins Ausland um')).toBe('abroad')
      expect(matcher(...ordered)('ich ziehe um')).toBe('move')
    }
  })

  test('that fits two equally well leads to the first', () => {
    expect(matcher(['first', 'auto + weg'], ['second', 'auto + weg'])('Auto weg')).toBe('first')
  })

  test('one word never stands for two groups', () => {
    expect(matcher(['x', 'geburt|baby + geburt|bekommen'])('die Geburt')).toBeUndefined()
  })

  test('knows other scripts and tells the language of the pattern', () => {
    const pattern = readPattern('переїжджаю|переїхав + я|ми')
    if ('fault' in pattern) throw new Error(pattern.fault)
    expect(compileQuestions([{ target: 'move', lang: 'uk', pattern }])('Я переїжджаю!')).toEqual({
      target: 'move',
      lang: 'uk',
    })
  })

  test('costs the same order of time however long it is', () => {
    const long = `${'hund '.repeat(39)}gekauft`
    expect(dog(long)).toBe('dog')
    expect(dog(`${'ich '.repeat(45)}hund gekauft`)).toBeUndefined()
  })

  test('never throws and never invents a target', () => {
    const letters = fc.constantFrom(...'abc ß·’їж-!*|+>👍\u202e\u0301')
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 200 }), (question) => dog(question) === undefined),
    )
  })
})
