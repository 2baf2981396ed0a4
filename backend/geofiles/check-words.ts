import type { FaultDetail, Severity } from './finding.ts'

type Words = (detail: FaultDetail, count: number) => string

const objects = (count: number, one: string, many: string) =>
  count === 1 ? `Ein Objekt ${one}` : `${count.toLocaleString('de-DE')} Objekte ${many}`
const quoted = (detail: FaultDetail, key: string) => `„${String(detail[key] ?? '')}“`

/** What is found, how grave it is, and what a person is told to do. Codes are stable; words may change. */
const faults = {
  // The file
  'format-unknown': [
    'error',
    () =>
      'Das Format dieser Datei wird nicht erkannt. Gelesen werden GeoPackage, GeoJSON, Shapefile (alle Teile in einer ZIP-Datei), KML, GPX, FlatGeobuf, CSV mit Koordinaten und XPlanGML. Bitte in eines davon exportieren.',
  ],
  'format-topojson': [
    'error',
    () => 'Die Datei ist TopoJSON. Bitte als GeoJSON oder GeoPackage exportieren.',
  ],
  'file-empty': ['error', () => 'Die Datei ist leer. Bitte prüfen, ob der Export abgeschlossen war.'],
  'file-unreadable': ['error', () => 'Die Datei kann nicht gelesen werden. Bitte noch einmal hochladen.'],
  'file-truncated': [
    'error',
    () => 'Die Datei bricht mitten in den Daten ab. Bitte neu exportieren und vollständig hochladen.',
  ],
  'file-damaged': ['error', () => 'Die Datei ist beschädigt. Bitte neu exportieren.'],
  'file-too-large': [
    'error',
    ({ megabytes = 0 }) =>
      `Die Datei ist entpackt größer als ${megabytes} MB. Bitte in mehrere Dateien aufteilen.`,
  ],
  'object-too-large': [
    'error',
    ({ megabytes = 0 }) =>
      `Ein einzelnes Objekt ist größer als ${megabytes} MB. Bitte die Geometrie vereinfachen oder aufteilen.`,
  ],
  'json-broken': [
    'error',
    ({ position = 1 }) =>
      `Die Datei ist kein gültiges JSON (beim Objekt ${position}). Bitte neu exportieren statt von Hand ändern.`,
  ],
  'xml-refused': [
    'error',
    () =>
      'Die XML-Datei enthält eine Dokumenttyp-Angabe (DOCTYPE) oder andere Teile, die aus Sicherheitsgründen nicht gelesen werden. Bitte ohne sie exportieren.',
  ],
  'xml-broken': [
    'error',
    ({ line = '' }) =>
      `Die XML-Datei ist nicht wohlgeformt oder bricht ab${line ? ` (Zeile ${line})` : ''}. Bitte neu exportieren.`,
  ],
  'zip-damaged': ['error', () => 'Die ZIP-Datei ist beschädigt. Bitte neu packen und hochladen.'],
  'zip-bomb': [
    'error',
    () =>
      'Die ZIP-Datei entpackt sich auf ein Vielfaches ihrer Größe, wie es nur schädliche Dateien tun. Sie wurde nicht gelesen. Bitte neu packen.',
  ],
  'zip-slip': [
    'error',
    () =>
      'Die ZIP-Datei enthält Namen, die aus ihrem Ordner hinausführen. Sie wurde aus Sicherheitsgründen nicht gelesen. Bitte neu packen.',
  ],
  'zip-encrypted': [
    'error',
    () => 'Die ZIP-Datei ist mit einem Kennwort geschützt. Bitte ohne Kennwort packen.',
  ],
  'zip-empty': [
    'error',
    () =>
      'In der ZIP-Datei liegt keine lesbare Geodatei. Für ein Shapefile gehören .shp, .dbf, .shx und .prj hinein.',
  ],
  'zip-several': [
    'error',
    ({ names = '' }) => `In der ZIP-Datei liegen mehrere Geodateien (${names}). Bitte einzeln hochladen.`,
  ],
  'shapefile-part-missing': [
    'error',
    ({ part = '' }) =>
      `Dem Shapefile fehlt die Datei mit der Endung ${part}. Bitte alle Teile (.shp, .dbf, .shx, .prj, .cpg) zusammen in eine ZIP-Datei packen.`,
  ],
  'shapefile-alone': [
    'error',
    () =>
      'Das ist nur ein Teil eines Shapefiles. Bitte alle Teile (.shp, .dbf, .shx, .prj, .cpg) zusammen in eine ZIP-Datei packen.',
  ],
  'attributes-missing': [
    'warning',
    () => 'Dem Shapefile fehlt die .dbf-Datei mit den Angaben. Nur die Geometrien wurden gelesen.',
  ],
  'layer-missing': [
    'error',
    (detail) =>
      `Die Ebene ${quoted(detail, 'layer')} gibt es nicht. Vorhanden: ${String(detail['names'] ?? '')}.`,
  ],
  'layers-several': [
    'note',
    (detail) =>
      `Die Datei hat mehrere Ebenen (${String(detail['names'] ?? '')}). Gelesen wurde ${quoted(detail, 'layer')}; für eine andere bitte diese auswählen.`,
  ],
  'layers-none': [
    'error',
    () => 'Die Datei enthält keine Ebene mit Geometrien. Bitte eine Ebene exportieren.',
  ],
  'layer-refused': [
    'warning',
    (detail) =>
      `Die Ebene ${quoted(detail, 'layer')} ist eine Sicht oder virtuelle Tabelle und wird nicht gelesen. Bitte als gewöhnliche Ebene exportieren.`,
  ],
  'triggers-ignored': [
    'note',
    () => 'Die Datei enthält Auslöser (Trigger). Sie werden nie ausgeführt und nicht übernommen.',
  ],
  'column-left-out': [
    'note',
    (detail) =>
      `Die Spalte ${quoted(detail, 'field')} enthält Binärdaten oder wird berechnet und wurde ausgelassen.`,
  ],
  'table-damaged': [
    'error',
    ({ line = '' }) =>
      `Die Tabelle ist beschädigt${line ? ` (Zeile ${line})` : ''}. Bitte neu als CSV in UTF-8 speichern.`,
  ],
  'coordinates-columns-missing': [
    'error',
    () =>
      'In der Tabelle fehlen Spalten mit Koordinaten. Erkannt werden lon und lat, x und y, Rechtswert und Hochwert, Ostwert und Nordwert, Easting und Northing, oder eine Spalte WKT.',
  ],
  'plan-missing': [
    'error',
    () =>
      'Die XPlanGML-Datei enthält keinen Plan (etwa BP_Plan oder FP_Plan). Bitte vollständig exportieren.',
  ],
  'objects-none': [
    'error',
    () => 'Die Datei enthält keine Objekte. Bitte prüfen, ob beim Export ein Filter gesetzt war.',
  ],

  // Where it lies
  'system-missing': [
    'error',
    ({ names = '' }) =>
      `Die Datei sagt nicht, in welchem Koordinatensystem sie ist. Bitte das Koordinatensystem wählen${names ? `; es passt ${names}` : ''}.`,
  ],
  'system-unknown': [
    'error',
    (detail) =>
      `Das Koordinatensystem ${quoted(detail, 'said')} wird nicht gelesen. Bitte in ETRS89/UTM (EPSG:25832 oder 25833) oder WGS 84 exportieren.`,
  ],
  'system-suggested': [
    'error',
    (detail) =>
      `Die Koordinaten passen nicht zu ${String(detail['declared'] ?? '')}. Sie passen zu ${String(detail['names'] ?? '')}. Bitte das richtige Koordinatensystem wählen.`,
  ],
  'axes-swapped': [
    'error',
    (detail) =>
      `Rechts- und Hochwert (Länge und Breite) scheinen vertauscht: So passen die Koordinaten zu ${String(detail['names'] ?? '')}. Bitte die Achsen beim Einlesen tauschen oder die Datei neu exportieren.`,
  ],
  'place-far': [
    'warning',
    ({ kilometres = 0 }) =>
      `Die Daten liegen rund ${Number(kilometres).toLocaleString('de-DE')} km entfernt, und kein bekanntes Koordinatensystem bringt sie näher. Bitte das Koordinatensystem prüfen und ob es die richtige Datei ist.`,
  ],
  'objects-far': [
    'warning',
    (_detail, count) =>
      `${objects(count, 'liegt', 'liegen')} weit außerhalb des Gebiets. Bitte prüfen, ob ${count === 1 ? 'es' : 'sie'} dazugehör${count === 1 ? 't' : 'en'}.`,
  ],
  'coordinates-outside': [
    'error',
    (_detail, count) =>
      `${objects(count, 'hat', 'haben')} Koordinaten, die es im angegebenen Koordinatensystem nicht gibt. Bitte ${count === 1 ? 'dieses Objekt' : 'diese Objekte'} berichtigen (oft fehlt ein Komma) oder, wenn es viele sind, das Koordinatensystem prüfen.`,
  ],

  // Geometry
  'geometry-missing': [
    'warning',
    (_detail, count) =>
      `${objects(count, 'hat', 'haben')} keine Geometrie und erschein${count === 1 ? 't' : 'en'} nur in der Liste, nicht auf der Karte. Bitte ergänzen, wenn ${count === 1 ? 'es' : 'sie'} einen Ort ha${count === 1 ? 't' : 'ben'}.`,
  ],
  'geometry-unreadable': [
    'error',
    (_detail, count) =>
      `${objects(count, 'hat', 'haben')} eine Geometrie, die nicht gelesen werden kann. Bitte im GIS öffnen, reparieren und neu exportieren.`,
  ],
  'geometry-curve': [
    'error',
    (_detail, count) =>
      `${objects(count, 'enthält', 'enthalten')} Kreisbögen oder andere Kurven. Bitte beim Export in Linienzüge umwandeln (segmentieren).`,
  ],
  'arcs-as-lines': [
    'note',
    (_detail, count) =>
      `${objects(count, 'enthielt', 'enthielten')} Kreisbögen. Sie wurden in Linienzüge umgewandelt (Abweichung unter 1 cm).`,
  ],
  'geometry-too-few-points': [
    'error',
    (_detail, count) =>
      `${objects(count, 'hat', 'haben')} zu wenige Stützpunkte für eine Linie oder Fläche. Bitte im GIS reparieren oder löschen.`,
  ],
  'ring-touches': [
    'warning',
    (_detail, count) =>
      `${objects(count, 'hat eine Fläche, deren', 'haben Flächen, deren')} Rand sich selbst berührt oder deren Teile sich einen Rand teilen. Manche Programme lesen das nicht; bitte im GIS bereinigen.`,
  ],
  'self-intersection': [
    'error',
    (_detail, count) =>
      `${objects(count, 'hat eine Fläche, deren', 'haben Flächen, deren')} Rand sich selbst schneidet. Bitte im GIS reparieren (in QGIS: Geometrien reparieren) und neu exportieren.`,
  ],
  'rings-wrong': [
    'error',
    (_detail, count) =>
      `${objects(count, 'hat', 'haben')} Löcher oder Teilflächen, die einander schneiden oder außerhalb liegen. Bitte im GIS reparieren (in QGIS: Geometrien reparieren).`,
  ],
  'validity-unchecked': [
    'note',
    (_detail, count) =>
      `${objects(count, 'war', 'waren')} zu groß, um auf Selbstüberschneidungen geprüft zu werden. Bitte im GIS prüfen.`,
  ],
  'ring-unclosed': [
    'note',
    (_detail, count) => `${objects(count, 'hatte', 'hatten')} einen offenen Rand. Er wurde geschlossen.`,
  ],
  'ring-direction': [
    'note',
    (_detail, count) =>
      `${objects(count, 'hatte', 'hatten')} Ränder mit verkehrtem Umlaufsinn. Er wurde berichtigt; die Form ist dieselbe.`,
  ],
  'points-repeated': [
    'note',
    (_detail, count) => `${objects(count, 'hatte', 'hatten')} doppelte Stützpunkte. Sie wurden entfernt.`,
  ],
  'types-mixed': [
    'warning',
    ({ types = '' }) =>
      `Die Datei mischt Geometriearten (${types}). Sie wird so übernommen; manche Programme lesen besser je Art eine Datei.`,
  ],
  'heights-kept': [
    'note',
    (_detail, count) =>
      `${objects(count, 'hat', 'haben')} Höhen. Sie bleiben erhalten, werden aber nicht geprüft.`,
  ],
  'measures-dropped': [
    'note',
    (_detail, count) =>
      `${objects(count, 'hat', 'haben')} Messwerte (M) oder weitere Zahlen an den Stützpunkten. Sie wurden weggelassen.`,
  ],

  // Downloads
  'shapefile-too-large': [
    'error',
    () =>
      'Als Shapefile wären die Daten größer als 2 GB oder hätten zu viele Felder. Bitte als GeoPackage herunterladen.',
  ],
  'heights-dropped': [
    'note',
    (_detail, count) =>
      `${objects(count, 'hat', 'haben')} Höhen, die das Shapefile nicht enthält. Im GeoPackage sind sie enthalten.`,
  ],
  'text-cut': [
    'warning',
    (_detail, count) =>
      `${objects(count, 'hat', 'haben')} Texte mit mehr als 254 Zeichen, die im Shapefile gekürzt sind. Im GeoPackage sind sie vollständig.`,
  ],
  'fields-renamed': [
    'note',
    () =>
      'Feldnamen sind im Shapefile auf zehn Zeichen gekürzt. Die Datei FELDNAMEN.txt nennt die vollständigen.',
  ],
  'collection-left-out': [
    'warning',
    (_detail, count) =>
      `${objects(count, 'mischt', 'mischen')} Geometriearten und steh${count === 1 ? 't' : 'en'} im Shapefile ohne Geometrie. Im GeoPackage ${count === 1 ? 'ist sie' : 'sind sie'} enthalten.`,
  ],

  // Text and fields
  'encoding-guessed': [
    'warning',
    ({ encoding = '' }) =>
      `Die Zeichenkodierung ist nicht angegeben; gelesen wurde ${encoding}. Bitte prüfen, ob Umlaute stimmen, und künftig in UTF-8 exportieren.`,
  ],
  'encoding-unknown': [
    'error',
    ({ encoding = '' }) =>
      `Die Zeichenkodierung „${encoding}“ wird nicht gelesen. Bitte in UTF-8 exportieren.`,
  ],
  'text-mojibake': [
    'warning',
    (detail, count) =>
      `${objects(count, 'enthält', 'enthalten')} verstümmelte Umlaute, wie in ${quoted(detail, 'example')}. Bitte die Datei mit der richtigen Zeichenkodierung neu exportieren.`,
  ],
  'text-replaced': [
    'warning',
    (_detail, count) =>
      `${objects(count, 'enthält', 'enthalten')} das Ersatzzeichen „\uFFFD“: Dort sind Buchstaben verloren gegangen. Bitte neu exportieren.`,
  ],
  'object-duplicate': [
    'warning',
    (_detail, count) =>
      `${objects(count, 'kommt', 'kommen')} mit gleicher Geometrie und gleichen Angaben schon vorher vor. Bitte doppelte löschen.`,
  ],
  'id-duplicate': [
    'warning',
    (_detail, count) =>
      `${objects(count, 'hat eine Kennung', 'haben Kennungen')}, die schon vorher vorkommt. Bitte Kennungen eindeutig machen; sonst werden neue vergeben.`,
  ],
  'field-mixed': [
    'warning',
    (detail) =>
      `Das Feld ${quoted(detail, 'field')} enthält verschiedene Arten von Werten (${String(detail['types'] ?? '')}) und wird als Text behandelt. Bitte vereinheitlichen.`,
  ],
  'field-empty': [
    'note',
    (detail) => `Das Feld ${quoted(detail, 'field')} ist überall leer. Es kann weggelassen werden.`,
  ],
  'field-reserved': [
    'warning',
    (detail) =>
      `Das Feld ${quoted(detail, 'field')} heißt wie etwas, das die Schnittstelle selbst verwendet. Bitte umbenennen, damit danach gefiltert werden kann.`,
  ],
  'field-personal': [
    'warning',
    (detail) =>
      `Das Feld ${quoted(detail, 'field')} scheint personenbezogene Angaben zu enthalten (${String(detail['what'] ?? '')}). Bitte prüfen, ob sie veröffentlicht werden dürfen, und sonst entfernen.`,
  ],
  'fields-too-many': [
    'error',
    ({ most = 0 }) => `Die Datei hat mehr als ${most} Felder. Bitte auf die nötigen beschränken.`,
  ],
  'value-nested': [
    'note',
    (_detail, count) =>
      `${objects(count, 'hat', 'haben')} verschachtelte Angaben. Sie wurden als Text übernommen.`,
  ],
} satisfies Record<string, readonly [Severity, Words]>

export type FaultCode = keyof typeof faults

export const severityOf = (code: FaultCode): Severity => faults[code][0] as Severity
export const wordsOf = (code: FaultCode, detail: FaultDetail, count: number): string =>
  (faults[code][1] as Words)(detail, count)
