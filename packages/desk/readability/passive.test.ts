import { expect } from '@open-wc/testing'
import { createAssessor } from './assess.ts'

const found = (text: string) =>
  createAssessor()(text, 'plain')
    .findings.filter(({ rule }) => rule === 'passive')
    .map(({ start, end }) => text.slice(start, end))

const passive: readonly (readonly [string, string])[] = [
  ['Der Antrag wird geprüft.', 'wird geprüft'],
  ['Ihr Antrag wurde am Montag bewilligt.', 'wurde am Montag bewilligt'],
  ['Der Antrag muss schriftlich gestellt werden.', 'gestellt werden'],
  ['Wenn der Ausweis verlängert wird, zahlen Sie.', 'verlängert wird'],
  ['Die Gebühren werden erhoben.', 'werden erhoben'],
  ['Das Formular kann ausgefüllt werden.', 'ausgefüllt werden'],
  ['Ich werde gefragt.', 'werde gefragt'],
  ['Sie werden schriftlich benachrichtigt.', 'werden schriftlich benachrichtigt'],
  ['Die Daten sind gelöscht worden.', 'gelöscht worden'],
  ['Der Bescheid wird zugestellt und danach bezahlt.', 'wird zugestellt'],
  ['Die Unterlagen werden fotokopiert.', 'werden fotokopiert'],
  ['Es wird ein Termin vereinbart.', 'wird ein Termin vereinbart'],
]
const active = [
  'Ich werde das Formular ausfüllen.',
  'Wir werden Ihnen schreiben.',
  'Es wird kalt.',
  'Das wird bestimmt gut.',
  'Der Name wird bekannt.',
  'Sie werden bald 18 Jahre alt.',
  'Sie werden einen Brief erhalten.',
  'Das werden Sie nicht vergessen.',
  'Er wird die Stadt verlassen.',
  'Das wird Ihnen gefallen.',
  'Die Regel wird ab Montag gelten.',
  'Sie werden zum Amt gehen, das geöffnet hat.',
  'Der geprüfte Antrag liegt vor.',
  'Sie haben den Antrag gestellt.',
  'Wir werden Ihre Angaben weitergeben.',
  'Werden Sie Mitglied!',
  'Er wird Beamter und gibt den Ausweis zurück.',
  'Was wird benötigte Hilfe kosten?',
]

describe('passive', () => {
  for (const [text, place] of passive) it(`is in: ${text}`, () => expect(found(text)).to.deep.equal([place]))
  for (const text of active) it(`is not in: ${text}`, () => expect(found(text)).to.deep.equal([]))
})
