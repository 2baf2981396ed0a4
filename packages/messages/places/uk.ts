import { plural } from '../plural.ts'
import type { PlacesMessages } from './de.ts'

const form = plural('uk')

export const messages: PlacesMessages = {
  label: 'Ваш населений пункт або поштовий індекс',
  help: 'Наприклад, «19370» або «Ludwigslust». Можна вказати й частину населеного пункту.',
  useLocation: 'Визначити, де я',
  locating: 'Визначаємо, де Ви…',
  locationRefused: 'Нам не дозволено визначати, де Ви. Введіть населений пункт.',
  locationFailed: 'Зараз не вдалося визначити, де Ви. Введіть населений пункт.',
  locationOutside: 'Там, де Ви, ми не знаємо громади. Введіть населений пункт.',
  former: (name) => `раніше ${name}`,
  areas: (count) => `${count} ${form(count, { one: 'громада', few: 'громади', other: 'громад' })}`,
  chosen: (name) => `Ваш населений пункт: ${name}`,
  change: 'Змінити населений пункт',
}
