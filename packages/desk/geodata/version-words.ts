const number = new Intl.NumberFormat('de-DE')

/** What is said of the versions of a collection, and of where others find it. */
export const versionWords = {
  heading: 'Fassungen',
  none: 'Noch keine Fassung. Laden Sie eine Datei hoch.',
  version: (one: number) => `Fassung ${one}`,
  published: 'Veröffentlicht',
  waits: 'Noch nicht veröffentlicht',
  former: 'Früher veröffentlicht',
  from: (source: string, when: string) => `${source}, geprüft am ${when}`,
  count: (count: number) => (count === 1 ? '1 Objekt' : `${number.format(count)} Objekte`),
  more: (count: number, than: number) => `${number.format(count)} mehr als Fassung ${than}`,
  fewer: (count: number, than: number) => `${number.format(count)} weniger als Fassung ${than}`,
  same: (than: number) => `so viele wie Fassung ${than}`,
  look: (one: number) => `Fassung ${one} ansehen`,
  hide: (one: number) => `Fassung ${one} schließen`,
  publish: (one: number) => `Fassung ${one} veröffentlichen`,
  later: (one: number) => `Fassung ${one} später veröffentlichen`,
  unpublish: 'Nicht mehr veröffentlichen',
  kept: 'Aufbewahrt werden die letzten fünf veröffentlichten Fassungen; was niemand veröffentlicht, verfällt nach 30 Tagen.',
  sharing: {
    heading: 'Wo andere die Daten finden',
    closed: 'Noch ist nichts veröffentlicht. Danach stehen hier Adressen und Quellenangabe.',
    limited: 'Diese Sammlung ist nicht öffentlich: Wer sie abruft, braucht einen Zugangsschlüssel.',
    address: 'Adresse der Sammlung (OGC API Features, für QGIS und andere Programme)',
    page: 'Seite mit Karte und Liste ansehen',
    download: (all: number, most: number) =>
      all > most ? `Die ersten ${number.format(most)} Objekte als GeoJSON` : 'Als GeoJSON herunterladen',
    attribution: 'Quellenangabe',
    attributionHelp: 'So nennt sie, wer die Daten nutzt.',
    snippet: 'Karte für Ihre Website, zum Einfügen in eine Seite',
    snippetHelp: 'Welche Websites das dürfen, legt Ihre Administration in den Einstellungen fest.',
  },
}
