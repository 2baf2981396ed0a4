/** How a map of the desk is used. */
export const mapWords = {
  how: 'Ziehen verschiebt, Strg und Mausrad vergrößert; auf dem Telefon mit zwei Fingern. Mit der Tastatur: Pfeile, + und −, die Eingabetaste wählt die Mitte.',
  move: 'Karte bewegen',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  left: 'Nach links',
  right: 'Nach rechts',
  up: 'Nach oben',
  down: 'Nach unten',
  whole: 'Alles zeigen',
}
