import type { MapsMessages } from './de.ts'

export const messages: MapsMessages = {
  label: 'Interactive map. All entries are in the list too.',
  move: 'Move the map',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  left: 'Left',
  right: 'Right',
  up: 'Up',
  down: 'Down',
  whole: 'Whole map',
  help: 'How to use the map',
  close: 'Close',
  how: 'Ctrl and the wheel, or two fingers, move the map. The key ? explains all keys.',
  keys: {
    arrows: ['Arrow keys', 'Move the map'],
    zoom: ['+ and −', 'Zoom in and out'],
    walk: ['Alt and arrow keys', 'Go from entry to entry'],
    enter: ['Enter', 'Open the entry'],
    help: ['?', 'This help'],
  },
  layers: 'Layers and legend',
  opacity: (name) => `Opacity of “${name}”`,
  seen: (width) => `The map is ${width} wide now.`,
  at: (name, number, all) => `${name}, ${number} of ${all}`,
  nothing: 'There is no entry in this part.',
  borders: 'Borders',
}
