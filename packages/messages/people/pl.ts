import { plural } from '../plural.ts'
import { messages as states } from '../states/pl.ts'
import type { PeopleMessages } from './de.ts'

const form = plural('pl')

export const messages: PeopleMessages = {
  ...states,
  heading: 'Kto mi pomoże?',
  field: 'Nazwisko, urząd lub temat',
  help: 'Na przykład „Wohngeld” lub „Standesamt”',
  submit: 'Szukaj',
  people: (count) =>
    form(count, {
      one: `${count} osoba`,
      few: `${count} osoby`,
      many: `${count} osób`,
      other: `${count} osoby`,
    }),
  units: (count) =>
    form(count, {
      one: `${count} urząd`,
      few: `${count} urzędy`,
      many: `${count} urzędów`,
      other: `${count} urzędu`,
    }),
  none: (text) => `Dla „${text}” nikogo nie znaleźliśmy.`,
  noneHelp: 'Spróbuj innego słowa, na przykład tematu.',
  more: 'Jest więcej wyników. Podaj dokładniejsze słowa.',
  room: (room) => `Pokój ${room}`,
  away: (date) => `Brak do ${date}`,
  substitute: 'Zastępstwo',
  topics: 'Odpowiada za',
  viaOffice: 'Kontakt przez urząd:',
  save: 'Zapisz kontakt',
  invented: 'Przykładowe dane',
  contact: { phone: 'Telefon', fax: 'Faks', email: 'E-mail' },
}
