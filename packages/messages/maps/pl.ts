import type { MapsMessages } from './de.ts'

export const messages: MapsMessages = {
  label: 'Mapa interaktywna. Wszystkie wpisy są też na liście.',
  move: 'Przesuwanie mapy',
  zoomIn: 'Powiększ',
  zoomOut: 'Pomniejsz',
  left: 'W lewo',
  right: 'W prawo',
  up: 'W górę',
  down: 'W dół',
  whole: 'Cała mapa',
  help: 'Pomoc w obsłudze',
  close: 'Zamknij',
  how: 'Ctrl i kółko myszy albo dwa palce poruszają mapą. Klawisz ? objaśnia klawisze.',
  keys: {
    arrows: ['Strzałki', 'Przesuwanie mapy'],
    zoom: ['+ i −', 'Powiększanie i pomniejszanie'],
    walk: ['Alt i strzałki', 'Od wpisu do wpisu'],
    enter: ['Enter', 'Otwarcie wpisu'],
    help: ['?', 'Ta pomoc'],
  },
  layers: 'Warstwy i legenda',
  opacity: (name) => `Krycie warstwy „${name}”`,
  seen: (width) => `Szerokość wycinka: ${width}.`,
  at: (name, number, all) => `${name}, ${number} z ${all}`,
  nothing: 'W tym wycinku nie ma wpisów.',
  borders: 'Granice',
}
