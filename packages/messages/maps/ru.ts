import type { MapsMessages } from './de.ts'

export const messages: MapsMessages = {
  label: 'Интерактивная карта. Все записи есть и в списке.',
  move: 'Движение карты',
  zoomIn: 'Увеличить',
  zoomOut: 'Уменьшить',
  left: 'Влево',
  right: 'Вправо',
  up: 'Вверх',
  down: 'Вниз',
  whole: 'Вся карта',
  help: 'Как пользоваться',
  close: 'Закрыть',
  how: 'Ctrl и колесо мыши или два пальца двигают карту. Клавиша ? объясняет клавиши.',
  keys: {
    arrows: ['Стрелки', 'Движение карты'],
    zoom: ['+ и −', 'Увеличить и уменьшить'],
    walk: ['Alt и стрелки', 'От записи к записи'],
    enter: ['Клавиша Enter', 'Открыть запись'],
    help: ['?', 'Эта справка'],
  },
  layers: 'Слои и легенда',
  opacity: (name) => `Непрозрачность слоя «${name}»`,
  seen: (width) => `Ширина видимой части: ${width}.`,
  at: (name, number, all) => `${name}, ${number} из ${all}`,
  nothing: 'В этой части нет записей.',
  borders: 'Границы',
}
