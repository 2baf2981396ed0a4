import { messages as states } from '../states/en.ts'
import type { PeopleMessages } from './de.ts'

export const messages: PeopleMessages = {
  ...states,
  heading: 'Who can help me?',
  field: 'Name, office or topic',
  help: 'For example “Wohngeld” or “Standesamt”',
  submit: 'Search',
  people: (count) => (count === 1 ? 'One person' : `${count} people`),
  units: (count) => (count === 1 ? 'One office' : `${count} offices`),
  none: (text) => `We found nobody for “${text}”.`,
  noneHelp: 'Try another word, such as the topic.',
  more: 'There are more results. Please search more precisely.',
  room: (room) => `Room ${room}`,
  away: (date) => `Away until ${date}`,
  substitute: 'Stand-in',
  topics: 'Responsible for',
  viaOffice: 'You reach us through the office:',
  save: 'Save contact',
  invented: 'Sample data',
  contact: { phone: 'Phone', fax: 'Fax', email: 'Email' },
}
