import { plural } from '../plural.ts'
import type { StateMessages } from './de.ts'

const form = plural('pl')
const spelling = 'Proszę sprawdzić pisownię.'
const place = `Nie znamy tej miejscowości. ${spelling}`
const silent = 'Usługa nie odpowiada. Proszę spróbować ponownie.'
const problems: StateMessages['problems'] = {
  'invalid-query': `Nie rozumiemy tego wpisu. ${spelling}`,
  'not-found': 'Ten wpis nie istnieje lub już nie istnieje.',
  'area-unknown': place,
  'place-unknown': place,
  'service-unknown': 'Ta usługa nie istnieje lub już nie istnieje.',
  OfflineError: 'Brak połączenia z internetem. Po jego przywróceniu proszę spróbować ponownie.',
  NetworkError: silent,
  TimeoutError: silent,
  timeout: silent,
  unavailable: 'Usługa jest teraz przeciążona. Proszę spróbować za chwilę.',
  'internal-error': 'Coś się nie udało. Błąd leży po naszej stronie.',
}

export const messages: StateMessages = {
  loading: 'Ładowanie…',
  retry: 'Spróbuj ponownie',
  retryAfter: (seconds) =>
    `Proszę poczekać ${seconds} ${form(seconds, { one: 'sekundę', few: 'sekundy', other: 'sekund' })}.`,
  stale: (time) => `Dane z: ${time}. Nowszych nie udało się teraz wczytać.`,
  problems,
  search: {
    results: (count) =>
      `${count} ${form(count, { one: 'propozycja', few: 'propozycje', other: 'propozycji' })}`,
    none: (text) => `Brak propozycji dla „${text}”. ${spelling}`,
    failed: 'Propozycje są teraz niedostępne. Proszę wpisać tekst jeszcze raz.',
    chooseOne: 'Proszę wybrać jedną z propozycji.',
  },
}
