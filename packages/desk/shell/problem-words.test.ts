import { expect } from '@open-wc/testing'
import { problems } from '@amtsweg/contract/problem.ts'
import { sentences, textOfCode } from './problem-words.ts'

/** What no page of the desk can be told: of programs with keys, of readers, of files. */
const ofOthers = new Set([
  'changes-gone',
  'date-unusable',
  'feature-unknown',
  'format-not-offered',
  'invalid-filter',
  'method-not-allowed',
  'metrics-closed',
  'origin-not-allowed',
  'release-not-kept',
  'tile-unknown',
  'token-expired',
  'token-invalid',
  'token-missing',
])

describe('a refusal', () => {
  for (const code of Object.keys(problems).filter((one) => !ofOthers.has(one)))
    it(`of the kind ${code} has a sentence of its own`, () => {
      expect(Object.hasOwn(sentences, code)).to.equal(true)
    })

  it('of a kind that nobody knows yet has one as well', () => {
    expect(textOfCode('new-one')).to.contain('Versuchen Sie es noch einmal')
  })
})
