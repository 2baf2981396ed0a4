import type { PersonEdit } from '@amtsweg/contract'
import { isNamed } from './person-view.ts'
import { foldedWords, wordsOfUnit } from './unit-words.ts'

/** Where somebody works. */
type Place = Parameters<typeof wordsOfUnit>[0]

/** A word a person is found by, and whether it is about the person or only about where they work. */
export interface PersonWord {
  readonly word: string
  readonly own: boolean
}

/** The words a person is found by. A name that is not shown is in none of them: it must not be found either. */
export function wordsOfPerson(person: PersonEdit, places: readonly Place[]): readonly PersonWord[] {
  const name = isNamed(person) ? [person.givenName ?? '', person.familyName] : []
  const functions = person.functions.flatMap(({ names }) => Object.values(names))
  const own = new Set(foldedWords([...name, ...functions, ...person.topics]))
  const around = new Set(places.flatMap(wordsOfUnit))
  return [
    ...[...own].map((word) => ({ word, own: true })),
    ...[...around].filter((word) => !own.has(word)).map((word) => ({ word, own: false })),
  ]
}
