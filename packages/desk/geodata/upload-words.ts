import type { GeoFinding } from '@amtsweg/contract'

const number = new Intl.NumberFormat('de-DE')
const degrees = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

const types: Readonly<Record<string, string>> = {
  Point: 'Punkte',
  MultiPoint: 'Punktgruppen',
  LineString: 'Linien',
  MultiLineString: 'Liniengruppen',
  Polygon: 'Flächen',
  MultiPolygon: 'Flächengruppen',
  GeometryCollection: 'Gemischtes',
}

const systems: Readonly<Record<string, string>> = {
  CRS84: 'Länge und Breite (WGS 84)',
  '4326': 'Länge und Breite (WGS 84)',
  '4258': 'Länge und Breite (ETRS89)',
  '25832': 'UTM Zone 32 (ETRS89)',
  '25833': 'UTM Zone 33 (ETRS89)',
  '5650': 'UTM Zone 33 mit führender Zonenkennung (ETRS89)',
  '4647': 'UTM Zone 32 mit führender Zonenkennung (ETRS89)',
  '3857': 'Web-Mercator',
}

const formats: Readonly<Record<string, string>> = {
  csv: 'CSV',
  flatgeobuf: 'FlatGeobuf',
  geojson: 'GeoJSON',
  geojsonseq: 'GeoJSON, ein Objekt je Zeile',
  geopackage: 'GeoPackage',
  gpx: 'GPX',
  kml: 'KML',
  shapefile: 'Shapefile',
  xplangml: 'XPlanGML',
}

const fieldTypes: Readonly<Record<string, string>> = {
  string: 'Text',
  integer: 'ganze Zahl',
  number: 'Zahl',
  boolean: 'ja oder nein',
  date: 'Datum',
  'date-time': 'Zeitpunkt',
}

const severities: Readonly<Record<GeoFinding['severity'], string>> = {
  error: 'Fehler: So lässt sich die Datei nicht veröffentlichen',
  warning: 'Warnungen: Bitte ansehen',
  note: 'Hinweise: Nichts zu tun',
}

/** "UTM Zone 33 (ETRS89), EPSG:25833". */
const system = (code: string): string => {
  const name = systems[code]
  const epsg = code === 'CRS84' ? '' : `EPSG:${code}`
  return [name, epsg].filter(Boolean).join(', ')
}

/** What is said of a file on its way, and of what its check found. */
export const uploadWords = {
  heading: 'Datei hochladen',
  intro:
    'Die Datei wird geprüft und beiseitegelegt. Sichtbar wird sie erst, wenn Sie sie angesehen und veröffentlicht haben.',
  file: 'Datei auswählen',
  fileHelp:
    'GeoPackage, GeoJSON, Shapefile (alle Teile in einer ZIP-Datei), KML, GPX, FlatGeobuf, CSV mit Koordinaten oder XPlanGML.',
  drop: 'oder hierher ziehen',
  noFile: 'Wählen Sie eine Datei aus.',
  tooMany: 'Bitte nur eine Datei auf einmal.',
  check: 'Hochladen und prüfen',
  cancel: 'Abbrechen',
  cancelled: 'Abgebrochen. Die Datei ist noch ausgewählt.',
  sending: (name: string) => `„${name}“ wird hochgeladen`,
  checking: (read: number | null) =>
    read === null ? 'Wird geprüft …' : `Wird geprüft … ${number.format(read)} Objekte gelesen`,
  ready: 'Die Prüfung ist fertig.',
  result: 'Was die Prüfung ergeben hat',
  usable: 'Die Datei lässt sich veröffentlichen.',
  unusable: 'Die Datei lässt sich so nicht veröffentlichen.',
  format: 'Format',
  formatOf: (format: string) => formats[format] ?? format,
  layer: 'Ebene',
  otherLayer: 'Ebene der Datei',
  checkLayer: 'Diese Ebene prüfen',
  objects: 'Objekte',
  placeless: (count: number) => `${number.format(count)} ohne Lage`,
  count: (count: number) => number.format(count),
  kinds: 'Arten',
  kind: (type: string, count: number) => `${types[type] ?? type}: ${number.format(count)}`,
  extent: 'Ausdehnung',
  box: ([west = 0, south = 0, east = 0, north = 0]: readonly number[]) =>
    `${degrees.format(west)}° bis ${degrees.format(east)}° Länge, ${degrees.format(south)}° bis ${degrees.format(north)}° Breite`,
  system: 'Koordinaten',
  systemOf: system,
  fields: 'Felder',
  field: (name: string, type: string) => `${name} (${fieldTypes[type] ?? type})`,
  roles: {
    heading: 'Was die Felder bedeuten',
    help: 'Mit einer Kennung behält ein Objekt seine Adresse, auch wenn die nächste Datei anders sortiert ist. Mit Beginn und Ende lässt sich nach der Zeit suchen.',
    idProperty: 'Feld mit der Kennung',
    beginsProperty: 'Feld mit dem Beginn',
    endsProperty: 'Feld mit dem Ende',
    none: {
      idProperty: 'Kennung der Datei, sonst der Platz in ihr',
      beginsProperty: 'Keines',
      endsProperty: 'Keines',
    },
    check: 'Mit diesen Feldern noch einmal prüfen',
  },
  again: 'Liegt es am falschen Ort?',
  againHelp: 'Dieselbe Datei wird noch einmal geprüft, und ihre Koordinaten werden anders gelesen.',
  againWith: (code: string) => `Noch einmal prüfen als ${system(code)}`,
  swap: 'Achsen vertauschen und noch einmal prüfen',
  unswap: 'Ohne vertauschte Achsen noch einmal prüfen',
  severities,
  where: (positions: readonly number[], count: number) => {
    const shown = positions.slice(0, 10).map((one) => number.format(one))
    const more = count > shown.length ? ' und weitere' : ''
    return shown.length === 1 && !more ? `Objekt ${shown[0]}` : `Objekte ${shown.join(', ')}${more}`
  },
  publish: (version: number) => `Als Fassung ${version} veröffentlichen`,
  later: 'Später veröffentlichen',
  published: (version: number) => `Fassung ${version} ist veröffentlicht.`,
}
