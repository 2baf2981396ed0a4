import type { MapsMessages } from './de.ts'

export const messages: MapsMessages = {
  label: 'Koort to’n Bewegen. All Indrääg staht ok in de List.',
  move: 'Koort bewegen',
  zoomIn: 'Grötter maken',
  zoomOut: 'Lütter maken',
  left: 'Na links',
  right: 'Na rechts',
  up: 'Na baven',
  down: 'Na nerrn',
  whole: 'De ganze Koort',
  help: 'Hülp bi’t Bedenen',
  close: 'Tomaken',
  how: 'Strg un Muusrad oder twee Fingers bewegt de Koort. De Tast ? verkloort all Tasten.',
  keys: {
    arrows: ['Pieltasten', 'De Koort bewegen'],
    zoom: ['+ un −', 'Grötter un lütter maken'],
    walk: ['Alt un Pieltasten', 'Vun Indrag to Indrag gahn'],
    enter: ['Ingaavtast', 'Indrag opmaken'],
    help: ['?', 'Disse Hülp'],
  },
  layers: 'Evenen un Tekens',
  opacity: (name) => `Wo stark „${name}“ to sehn is`,
  seen: (width) => `De Utsnitt is ${width} breed.`,
  at: (name, number, all) => `${name}, ${number} vun ${all}`,
  nothing: 'In dissen Utsnitt is keen Indrag.',
  borders: 'Grenzen vun de Rebeden',
}
