import { expect, test } from 'vitest'
import { foldStreet } from './street-name.ts'

test.each([
  ['Bahnhofstr. 12a', 'Bahnhofstraße'],
  ['Bahnhof-Straße', 'Bahnhofstraße 3'],
  ['BAHNHOFSTRASSE 5-7', 'Bahnhofstr.'],
  ['Muehlenweg 1', 'Mühlenweg'],
  ['Muhlenweg', 'Mühlenweg'],
  ['Straße des Friedens 10', 'Strasse des Friedens'],
])('%s is %s', (typed, known) => {
  expect(foldStreet(typed)).toBe(foldStreet(known))
})

test.each([
  ['Bahnhofstraße', 'Bahnhofsweg'],
  ['Straße 12', 'Straße des Friedens'],
  ['Neuer Weg', 'Nuer Weg'],
])('%s is not %s', (one, other) => {
  expect(foldStreet(one)).not.toBe(foldStreet(other))
})
