import { messages as states } from '../states/de-x-leicht.ts'
import type { PeopleMessages } from './de.ts'

export const messages: PeopleMessages = {
  ...states,
  heading: 'Wer kann mir helfen?',
  field: 'Name, Amt oder Thema',
  help: 'Zum Beispiel: Wohn-Geld oder Standes-Amt',
  submit: 'Suchen',
  people: (count) => (count === 1 ? 'Eine Person' : `${count} Personen`),
  units: (count) => (count === 1 ? 'Ein Amt' : `${count} Ämter`),
  none: (text) => `Zu „${text}“ haben wir nichts gefunden.`,
  noneHelp: 'Schreiben Sie bitte ein anderes Wort.',
  more: 'Es gibt noch mehr. Schreiben Sie bitte ein Wort dazu.',
  room: (room) => `Zimmer ${room}`,
  away: (date) => `Nicht da bis ${date}`,
  substitute: 'Diese Person hilft auch',
  topics: 'Hilft bei',
  viaOffice: 'So erreichen Sie das Amt:',
  save: 'Adresse speichern',
  invented: 'Nur ein Beispiel',
  contact: { phone: 'Telefon', fax: 'Fax', email: 'E-Mail' },
}
