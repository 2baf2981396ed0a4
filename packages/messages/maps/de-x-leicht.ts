import type { MapsMessages } from './de.ts'

export const messages: MapsMessages = {
  label: 'Karte. In der Liste steht alles, was auf der Karte ist.',
  move: 'Karte bewegen',
  zoomIn: 'Größer',
  zoomOut: 'Kleiner',
  left: 'Nach links',
  right: 'Nach rechts',
  up: 'Nach oben',
  down: 'Nach unten',
  whole: 'Ganze Karte',
  help: 'Hilfe',
  close: 'Schließen',
  how: 'Zwei Finger bewegen die Karte. Die Taste ? zeigt die Hilfe.',
  keys: {
    arrows: ['Pfeil-Tasten', 'Karte bewegen'],
    zoom: ['+ und −', 'Größer und kleiner'],
    walk: ['Alt und Pfeil-Tasten', 'Zum nächsten Eintrag gehen'],
    enter: ['Eingabe-Taste', 'Eintrag öffnen'],
    help: ['?', 'Diese Hilfe'],
  },
  layers: 'Das ist auf der Karte',
  opacity: (name) => `„${name}“ stärker oder schwächer zeigen`,
  seen: (width) => `Sie sehen ${width} von links nach rechts.`,
  at: (name, number, all) => `${name}, ${number} von ${all}`,
  nothing: 'Hier ist kein Eintrag.',
  borders: 'Grenzen',
}
