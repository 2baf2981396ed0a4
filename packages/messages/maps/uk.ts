import type { MapsMessages } from './de.ts'

export const messages: MapsMessages = {
  label: 'Інтерактивна карта. Усі записи є також у списку.',
  move: 'Рух карти',
  zoomIn: 'Збільшити',
  zoomOut: 'Зменшити',
  left: 'Ліворуч',
  right: 'Праворуч',
  up: 'Вгору',
  down: 'Вниз',
  whole: 'Уся карта',
  help: 'Як користуватися',
  close: 'Закрити',
  how: 'Ctrl і коліщатко або два пальці рухають карту. Клавіша ? пояснює клавіші.',
  keys: {
    arrows: ['Стрілки', 'Рух карти'],
    zoom: ['+ і −', 'Збільшити і зменшити'],
    walk: ['Alt і стрілки', 'Від запису до запису'],
    enter: ['Клавіша Enter', 'Відкрити запис'],
    help: ['?', 'Ця довідка'],
  },
  layers: 'Шари й легенда',
  opacity: (name) => `Непрозорість шару «${name}»`,
  seen: (width) => `Ширина видимої частини: ${width}.`,
  at: (name, number, all) => `${name}, ${number} із ${all}`,
  nothing: 'У цій частині немає записів.',
  borders: 'Межі',
}
