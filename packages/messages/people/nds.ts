import { messages as states } from '../states/nds.ts'
import type { PeopleMessages } from './de.ts'

export const messages: PeopleMessages = {
  ...states,
  heading: 'Wokeen kann mi helpen?',
  field: 'Naam, Amt oder Thema',
  help: 'To’n Bispill „Wohngeld“ oder „Standesamt“',
  submit: 'Söken',
  people: (count) => (count === 1 ? 'Een Minsch' : `${count} Lüüd`),
  units: (count) => (count === 1 ? 'Een Amt' : `${count} Ämter`),
  none: (text) => `To „${text}“ hebbt wi nüms funnen.`,
  noneHelp: 'Versöken Se en anner Woort, to’n Bispill dat Thema.',
  more: 'Dat gifft noch mehr. Bitte söken Se neger.',
  room: (room) => `Stuuv ${room}`,
  away: (date) => `Nich dor bit ${date}`,
  substitute: 'Verträder',
  topics: 'Tostännig för',
  viaOffice: 'Se drapen uns över dat Amt:',
  save: 'Kontakt spiekern',
  invented: 'Bispill',
  contact: { phone: 'Telefoon', fax: 'Fax', email: 'E-Mail' },
}
