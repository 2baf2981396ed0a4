import { expect, test } from 'vitest'
import { questionWords } from './question-words.ts'

test.each([
  ['Ich habe meinen Führer-Schein verloren.', 'ich habe meinen fuhrerschein verloren'],
  ['Führer·schein', 'fuhrerschein'],
  ["I can't find my driver’s licence", 'i cant find my drivers licence'],
  ['змінила ім’я', 'змінила імя'],
  ['Was nun - wer hilft?', 'was nun wer hilft'],
])('%s is read as %s', (text, expected) => {
  expect(questionWords(text).join(' ')).toBe(expected)
})
