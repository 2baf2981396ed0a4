import { dictionary } from '@zxcvbn-ts/language-common'
import { expect, test } from 'vitest'
import { isGuessed } from './guessed-password.ts'

const context = ['Erika Muster', 'erika.muster@wismar.example', 'Hansestadt Wismar']

test.each([
  'Administrator1',
  'Bundesrepublik',
  'unbelievable',
  '1qaz2wsx3edc4rfv',
  'qwertzuiopü1',
  'iloveyou1234',
  'Hansestadt-Wismar!',
])('%s would be guessed', async (password) => expect(await isGuessed(password, context)).toBe(true))

test.each(['Kranich Tasse Nebel Ziegel', 'Guten Morgen Musterstadt 7', 'k7Q!vz2Rw#pL', 'Свои слова годятся'])(
  '%s is taken',
  async (password) => expect(await isGuessed(password, context)).toBe(false),
)

test('none of the commonest passwords that are long enough is taken', async () => {
  const words = dictionary['passwords-common'] as readonly string[]
  const long = words.filter((word) => word.length >= 12)
  const taken = []
  for (const word of long) if (!(await isGuessed(word, []))) taken.push(word)
  expect(long.length).toBeGreaterThan(250)
  expect(taken).toEqual([])
})

test('a very long one is looked at as fast as any', async () =>
  expect(await isGuessed('Kranich Tasse Nebel Ziegel '.repeat(9), context)).toBe(false))
