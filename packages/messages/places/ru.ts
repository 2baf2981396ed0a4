import { plural } from '../plural.ts'
import type { PlacesMessages } from './de.ts'

const form = plural('ru')

export const messages: PlacesMessages = {
  label: 'Ваш населённый пункт или индекс',
  help: 'Например, «19370» или «Ludwigslust». Можно указать и деревню.',
  useLocation: 'Определить местоположение',
  locating: 'Определяем местоположение…',
  locationRefused: 'Доступ к местоположению закрыт. Введите населённый пункт.',
  locationFailed: 'Не удалось определить местоположение. Введите населённый пункт.',
  locationOutside: 'Для вашего местоположения муниципалитет не найден. Введите населённый пункт.',
  former: (name) => `ранее ${name}`,
  areas: (count) =>
    `${count} ${form(count, { one: 'муниципалитет', few: 'муниципалитета', other: 'муниципалитетов' })}`,
  chosen: (name) => `Место: ${name}`,
  change: 'Изменить место',
}
