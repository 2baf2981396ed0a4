import { plural } from '../plural.ts'
import type { PlacesMessages } from './de.ts'

const form = plural('de')

export const messages: PlacesMessages = {
  label: 'Ehr Uurt orrer Ehr Postleittall',
  help: 'Tau’n Bispill „19370“ orrer „Ludwigslust“. Uurtsdeile gahn ok.',
  useLocation: 'Nähmen, wo ick grad bün',
  locating: 'Wi kieken, wo Sei sünd …',
  locationRefused: 'Wi dörpen nich weiten, wo Sei sünd. Schrieben Sei Ehren Uurt hen.',
  locationFailed: 'Wi känen grad nich rutfinnen, wo Sei sünd. Schrieben Sei Ehren Uurt hen.',
  locationOutside: 'Wo Sei sünd, kennen wi kein Gemeind. Schrieben Sei Ehren Uurt hen.',
  former: (name) => `vördem ${name}`,
  areas: (count) => form(count, { one: 'ein Gemeind', other: `${count} Gemeinden` }),
  chosen: (name) => `Ehr Uurt: ${name}`,
  change: 'Anner Uurt nähmen',
}
