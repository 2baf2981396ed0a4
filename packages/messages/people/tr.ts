import { messages as states } from '../states/tr.ts'
import type { PeopleMessages } from './de.ts'

export const messages: PeopleMessages = {
  ...states,
  heading: 'Bana kim yardım eder?',
  field: 'İsim, daire veya konu',
  help: 'Örneğin “Wohngeld” veya “Standesamt”',
  submit: 'Ara',
  people: (count) => (count === 1 ? 'Bir kişi' : `${count} kişi`),
  units: (count) => (count === 1 ? 'Bir daire' : `${count} daire`),
  none: (text) => `“${text}” için kimseyi bulamadık.`,
  noneHelp: 'Başka bir kelime deneyin, örneğin konuyu.',
  more: 'Başka sonuçlar da var. Lütfen daha ayrıntılı arayın.',
  room: (room) => `Oda ${room}`,
  away: (date) => `${date} tarihine kadar yok`,
  substitute: 'Vekil',
  topics: 'Sorumlu olduğu konular',
  viaOffice: 'Bize daire üzerinden ulaşabilirsiniz:',
  save: 'Kişiyi kaydet',
  invented: 'Örnek veri',
  contact: { phone: 'Telefon', fax: 'Faks', email: 'E-posta' },
}
