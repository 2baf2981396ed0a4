import { messages as states } from '../states/en.ts'
import type { GeodataMessages } from './de.ts'

export const messages: GeodataMessages = {
  ...states,
  heading: 'Map and list',
  map: 'Map',
  find: 'Search the entries',
  filters: 'Filter',
  any: 'all',
  reset: 'Show everything',
  yes: 'Yes',
  no: 'No',
  near: 'Nearest first',
  byName: 'Order by name',
  noPosition: 'Your location is not available. Please allow it in your browser.',
  away: (distance) => `${distance} away`,
  found: (count, all) => (count === all ? `Entries: ${all}` : `Entries: ${count} of ${all}`),
  partial: (count, all) => `${count} of ${all} entries are loaded.`,
  none: 'No entry matches.',
  empty: 'Nothing has been entered here yet.',
  missing: (name) => `“${name}” is not available right now.`,
  pages: 'Pages of the list',
  page: (number, all) => `Page ${number} of ${all}`,
  previous: 'Back',
  next: 'Next',
  unnamed: 'Without a name',
  source: 'Source',
}
