/** The map itself: what moves it, what it shows. Its list has the words of `geodata`. */
export const messages = {
  label: 'Interaktive Karte. Alle Einträge stehen auch in der Liste.',
  move: 'Karte bewegen',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  left: 'Nach links',
  right: 'Nach rechts',
  up: 'Nach oben',
  down: 'Nach unten',
  whole: 'Ganze Karte',
  help: 'Hilfe zur Bedienung',
  close: 'Schließen',
  how: 'Strg und Mausrad oder zwei Finger bewegen die Karte. Die Taste ? erklärt alle Tasten.',
  keys: {
    arrows: ['Pfeiltasten', 'Karte bewegen'],
    zoom: ['+ und −', 'Vergrößern und verkleinern'],
    walk: ['Alt und Pfeiltasten', 'Von Eintrag zu Eintrag gehen'],
    enter: ['Eingabetaste', 'Eintrag öffnen'],
    help: ['?', 'Diese Hilfe'],
  },
  layers: 'Ebenen und Legende',
  opacity: (name: string) => `Deckkraft von „${name}“`,
  seen: (width: string) => `Der Ausschnitt ist ${width} breit.`,
  at: (name: string, number: string, all: string) => `${name}, ${number} von ${all}`,
  nothing: 'In diesem Ausschnitt ist kein Eintrag.',
  borders: 'Grenzen',
}
export type MapsMessages = typeof messages
