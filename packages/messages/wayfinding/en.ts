import { messages as states } from '../states/en.ts'
import type { WayfindingMessages } from './de.ts'

export const messages: WayfindingMessages = {
  ...states,
  heading: 'What would you like to do?',
  field: 'Your matter',
  help: 'For example “renew ID” or “register a dog”',
  submit: 'Search',
  ways: 'Ways to a service',
  way: { search: 'Search', 'life-situations': 'Life situations', 'a-z': 'A to Z' },
  topics: 'Or choose a topic',
  lifeSituations: 'What is your situation?',
  aToZ: 'Keywords from A to Z',
  letters: 'First letter',
  letter: (letter, count) => `${letter}, ${count === 1 ? 'one keyword' : `${count} keywords`}`,
  noKeyword: (letter) => `No keyword begins with “${letter}”.`,
  see: 'see',
  seeAlso: 'see also',
  services: (count) => (count === 1 ? 'one service' : `${count} services`),
  results: (text) => `Results for “${text}”`,
  found: (count, more) => {
    if (more) return `The first ${count} services`
    return count === 1 ? 'One service found' : `${count} services found`
  },
  none: (text) => `We found nothing for “${text}”.`,
  noneHelp: 'Try another word, or go one of these ways:',
  noneHere: 'No service is described here yet.',
  more: 'Show more',
  audience: 'For whom?',
  audiences: { all: 'Everyone', citizen: 'Private', business: 'Business' },
  online: 'Available online',
  onlyGerman: 'In German',
  back: 'Back',
  start: 'All services',
}
