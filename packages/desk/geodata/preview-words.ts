const number = new Intl.NumberFormat('de-DE')

/** What is said of the features of a version before anybody else sees them. */
export const previewWords = {
  heading: 'Vorschau',
  text: 'Liegt alles, wo es liegen soll? Gezeichnet ist auch das Gebiet Ihrer Verwaltung, wo seine Grenze bekannt ist.',
  map: (version: number) => `Karte der Fassung ${version}`,
  list: 'Objekte als Liste',
  some: (shown: number, all: number) =>
    `Gezeigt werden die ersten ${number.format(shown)} von ${number.format(all)} Objekten.`,
  more: 'Weitere zeigen',
  unnamed: (id: string) => `Objekt ${id}`,
  chosen: (name: string) => `Ausgewählt: ${name}`,
  choose: 'Wählen Sie ein Objekt auf der Karte oder in der Liste.',
  placeless: 'Dieses Objekt hat keine Lage.',
  none: 'Diese Fassung enthält keine Objekte.',
}
