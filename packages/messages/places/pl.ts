import { plural } from '../plural.ts'
import type { PlacesMessages } from './de.ts'

const form = plural('pl')

export const messages: PlacesMessages = {
  label: 'Państwa miejscowość lub kod pocztowy',
  help: 'Na przykład „19370” lub „Ludwigslust”. Można też podać część miejscowości.',
  useLocation: 'Użyj mojej lokalizacji',
  locating: 'Ustalamy Państwa lokalizację…',
  locationRefused: 'Dostęp do Państwa lokalizacji jest zablokowany. Proszę wpisać miejscowość.',
  locationFailed: 'Nie udało się teraz ustalić Państwa lokalizacji. Proszę wpisać miejscowość.',
  locationOutside: 'W Państwa lokalizacji nie znamy żadnej gminy. Proszę wpisać miejscowość.',
  former: (name) => `dawniej ${name}`,
  areas: (count) => `${count} ${form(count, { one: 'gmina', few: 'gminy', other: 'gmin' })}`,
  chosen: (name) => `Państwa miejscowość: ${name}`,
  change: 'Zmień miejscowość',
}
