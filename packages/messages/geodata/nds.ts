import { messages as states } from '../states/nds.ts'
import type { GeodataMessages } from './de.ts'

export const messages: GeodataMessages = {
  ...states,
  heading: 'Koort un List',
  map: 'Koort',
  find: 'Indrääg dörsöken',
  filters: 'Utwählen',
  any: 'all',
  reset: 'Allens wiesen',
  yes: 'Jo',
  no: 'Nee',
  near: 'Dat Neegste toeerst',
  byName: 'Na Naam ornen',
  noPosition: 'Wi weet nich, wo Se sünd. Verlöövt Se dat in’n Browser.',
  away: (distance) => `${distance} weg`,
  found: (count, all) => (count === all ? `Indrääg: ${all}` : `Indrääg: ${count} vun ${all}`),
  partial: (count, all) => `Laadt sünd ${count} vun ${all} Indrääg.`,
  none: 'Dorto passt keen Indrag.',
  empty: 'Hier is noch nix indragen.',
  missing: (name) => `„${name}“ is jüst nich to kriegen.`,
  pages: 'Sieden vun de List',
  page: (number, all) => `Sied ${number} vun ${all}`,
  previous: 'Trüch',
  next: 'Wieder',
  unnamed: 'Ahn Naam',
  source: 'Born',
}
