import type { PlacesMessages } from './de.ts'

export const messages: PlacesMessages = {
  label: 'Your town or postcode',
  help: 'For example “19370” or “Ludwigslust”. Villages work too.',
  useLocation: 'Use my location',
  locating: 'Finding your location …',
  locationRefused: 'Your location is not shared. Please type your town.',
  locationFailed: 'Your location cannot be determined right now. Please type your town.',
  locationOutside: 'We know no municipality at your location. Please type your town.',
  former: (name) => `formerly ${name}`,
  areas: (count) => (count === 1 ? 'one municipality' : `${count} municipalities`),
  chosen: (name) => `Your place: ${name}`,
  change: 'Change place',
}
