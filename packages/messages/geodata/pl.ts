import { messages as states } from '../states/pl.ts'
import type { GeodataMessages } from './de.ts'

export const messages: GeodataMessages = {
  ...states,
  heading: 'Mapa i lista',
  map: 'Mapa',
  find: 'Szukaj wpisów',
  filters: 'Filtruj',
  any: 'wszystkie',
  reset: 'Pokaż wszystko',
  yes: 'Tak',
  no: 'Nie',
  near: 'Najbliższe najpierw',
  byName: 'Uporządkuj według nazwy',
  noPosition: 'Państwa lokalizacja jest niedostępna. Proszę zezwolić na nią w przeglądarce.',
  away: (distance) => `Odległość: ${distance}`,
  found: (count, all) => (count === all ? `Wpisy: ${all}` : `Wpisy: ${count} z ${all}`),
  partial: (count, all) => `Wczytane wpisy: ${count} z ${all}.`,
  none: 'Brak pasujących wpisów.',
  empty: 'Nic tu jeszcze nie wpisano.',
  missing: (name) => `Dane „${name}” są teraz niedostępne.`,
  pages: 'Strony listy',
  page: (number, all) => `Strona ${number} z ${all}`,
  previous: 'Wstecz',
  next: 'Dalej',
  unnamed: 'Bez nazwy',
  source: 'Źródło',
}
