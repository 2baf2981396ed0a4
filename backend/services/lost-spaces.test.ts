import { expect, test } from 'vitest'
import { withLostSpaces } from './lost-spaces.ts'

test.each([
  ['Hauptwohnsitz in BerlinPersönliche Vorsprache', 'Hauptwohnsitz in Berlin\nPersönliche Vorsprache'],
  ['schriftlich erledigen.Die Abmeldung', 'schriftlich erledigen.\nDie Abmeldung'],
  ['(unter "Formulare")Der Umzug', '(unter "Formulare")Der Umzug'],
  ['Reisepass (Original)Der Umzug', 'Reisepass (Original)\nDer Umzug'],
  ['Kindes,Schulbescheinigung,Nachweise', 'Kindes,\nSchulbescheinigung,\nNachweise'],
  ['erforderlich.PersonaldokumentPersonalausweis', 'erforderlich.\nPersonaldokument\nPersonalausweis'],
])('%s is parted where German would', (lost, expected) => {
  expect(withLostSpaces(lost)).toBe(expected)
})

test.each([
  'nach dem VwVfG, BAföG und AufenthG in der StrlSchV',
  'GmbH, KfzSteuer und eID-Karte, z.B. mit der AusweisApp',
  'https://www.Berlin.de/BuergerAmt',
  'post@SenGPG.Berlin.de',
  'zwei  Leerzeichen und\n\nAbsätze bleiben',
  'der FamilienPass im ServicePortal',
])('%s stays as it is', (text) => {
  expect(withLostSpaces(text)).toBe(text)
})
