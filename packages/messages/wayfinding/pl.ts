import { plural } from '../plural.ts'
import { messages as states } from '../states/pl.ts'
import type { WayfindingMessages } from './de.ts'

const form = plural('pl')
const services = { one: 'usługa', few: 'usługi', other: 'usług' }

export const messages: WayfindingMessages = {
  ...states,
  heading: 'Co chcą Państwo załatwić?',
  field: 'Państwa sprawa',
  help: 'Na przykład „Personalausweis” lub „Hund anmelden”. Proszę szukać po niemiecku.',
  submit: 'Szukaj',
  ways: 'Drogi do usługi',
  way: { search: 'Szukaj', 'life-situations': 'Sytuacje życiowe', 'a-z': 'A–Z' },
  topics: 'Albo proszę wybrać temat',
  lifeSituations: 'W jakiej są Państwo sytuacji?',
  aToZ: 'Hasła od A do Z',
  letters: 'Pierwsza litera',
  letter: (letter, count) =>
    `${letter}, ${count} ${form(count, { one: 'hasło', few: 'hasła', other: 'haseł' })}`,
  noKeyword: (letter) => `Żadne hasło nie zaczyna się na „${letter}”.`,
  see: 'zobacz',
  seeAlso: 'zobacz też',
  services: (count) => `${count} ${form(count, services)}`,
  results: (text) => `Wyniki dla „${text}”`,
  found: (count, more) => `${more ? 'Pierwsze wyniki' : 'Znaleziono'}: ${count} ${form(count, services)}`,
  none: (text) => `Nie znaleźliśmy nic dla „${text}”.`,
  noneHelp: 'Proszę spróbować innego słowa albo jednej z tych dróg:',
  noneHere: 'Nie opisano tu jeszcze żadnej usługi.',
  more: 'Pokaż więcej',
  audience: 'Dla kogo?',
  audiences: { all: 'Wszyscy', citizen: 'Osoby prywatne', business: 'Firmy' },
  online: 'Dostępne online',
  onlyGerman: 'Po niemiecku',
  back: 'Wstecz',
  start: 'Wszystkie usługi',
}
