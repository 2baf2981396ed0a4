import { messages as states } from '../states/de.ts'

/** Finding somebody, an office or a topic. The words of an office’s card are in `directory`. */
export const messages = {
  ...states,
  heading: 'Wer hilft mir weiter?',
  field: 'Name, Stelle oder Thema',
  help: 'Zum Beispiel „Wohngeld“ oder „Standesamt“',
  submit: 'Suchen',
  people: (count: number) => (count === 1 ? 'Eine Person' : `${count} Personen`),
  units: (count: number) => (count === 1 ? 'Eine Stelle' : `${count} Stellen`),
  none: (text: string) => `Zu „${text}“ haben wir niemanden gefunden.`,
  noneHelp: 'Versuchen Sie ein anderes Wort, zum Beispiel das Thema.',
  more: 'Es gibt weitere Treffer. Bitte suchen Sie genauer.',
  room: (room: string) => `Raum ${room}`,
  away: (date: string) => `Abwesend bis ${date}`,
  substitute: 'Vertretung',
  topics: 'Zuständig für',
  viaOffice: 'Sie erreichen uns über die Stelle:',
  save: 'Kontakt speichern',
  invented: 'Beispieldaten',
  contact: { phone: 'Telefon', fax: 'Fax', email: 'E-Mail' },
}
export type PeopleMessages = typeof messages
