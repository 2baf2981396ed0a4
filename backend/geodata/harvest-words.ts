/** What can go wrong with a copy, and what whoever looks after it does next: in German, as it is read at the desk. */
export const harvestWords = {
  unreachable:
    'Der andere Server antwortet nicht oder zu langsam. Es wird von selbst wieder versucht; hält es an, dort nachfragen, ob die Adresse noch stimmt.',
  certificate:
    'Die Verbindung ist nicht sicher: Das Zertifikat des anderen Servers ist ungültig oder er leitet auf eine unverschlüsselte Adresse um. Bitte dort melden.',
  'refused-address':
    'Diese Adresse fragt der Server nicht ab, weil sie in ein internes Netz führt oder keine übliche Web-Adresse ist. Adresse prüfen; interne Adressen gibt der Betreiber mit AMTSWEG_OUTGOING_ALLOW frei.',
  'no-collection':
    'Unter dieser Adresse liegt kein Datensatz einer OGC API Features. Die Adresse endet auf /collections/ und die Kennung des Datensatzes; ist er dort nur für Behörden, braucht es deren Zugangstoken.',
  'not-allowed':
    'Der andere Server gibt den Datensatz mit diesem Zugangstoken nicht heraus. Bitte dort ein gültiges Token anfordern und hier eintragen.',
  'wrong-type':
    'Der andere Server schickt etwas anderes als GeoJSON, zum Beispiel eine Webseite. Adresse prüfen oder dort melden.',
  malformed:
    'Der andere Server schickt Daten, die kein gültiges GeoJSON sind. Bitte dort melden; die bisherige Kopie bleibt.',
  geometry:
    'Ein Objekt hat eine Lage, die nicht zu lesen ist oder außerhalb der Erde liegt. Bitte dort melden; die bisherige Kopie bleibt.',
  'too-large':
    'Der andere Server schickt mehr, als hier angenommen wird: ein einzelnes Objekt über 16 MB oder insgesamt zu viel. Der Betreiber kann AMTSWEG_DOWNLOAD_MAX_MB erhöhen.',
  endless:
    'Der andere Server kommt nie an ein Ende: Seine Seiten wiederholen sich oder sind leer. Bitte dort melden; die bisherige Kopie bleibt.',
  'other-origin':
    'Der andere Server schickt uns zu einer anderen Adresse weiter als der, die hier eingetragen ist. Ist das gewollt, die Kopie mit der neuen Adresse neu anlegen.',
  'duplicate-ids':
    'Der andere Server schickt zwei Objekte mit derselben Kennung. Bitte dort melden; die bisherige Kopie bleibt.',
  'changed-meanwhile':
    'Der Datensatz hat sich geändert, während er gelesen wurde, und auch beim zweiten Lesen. Es wird von selbst wieder versucht.',
  incomplete:
    'Es sind nicht so viele Objekte gekommen, wie der andere Server angibt. Es wird von selbst wieder versucht; die bisherige Kopie bleibt.',
  'system-unknown':
    'Der Datensatz kommt in einem Koordinatensystem, das hier nicht gelesen wird. Bitte dort um WGS 84 oder ETRS89 bitten.',
  'licence-missing':
    'Der andere Server nennt keine Lizenz, die hier bekannt ist. Bitte dort klären, unter welcher Lizenz die Daten stehen, und sie hier auswählen.',
  'own-node': 'Die Adresse führt zu diesem Server selbst. Bitte die Kopie entfernen.',
  'own-data':
    'Der Datensatz dort ist eine Kopie von hier: Er wird nicht zurückkopiert. Bitte die Kopie entfernen.',
  'server-error': 'Der andere Server meldet einen Fehler. Es wird von selbst wieder versucht.',
  busy: 'Der andere Server ist gerade beschäftigt. Es wird von selbst wieder versucht.',
  killed:
    'Das Kopieren wurde von außen beendet, vielleicht aus Mangel an Speicher. Es geht dort weiter, wo es war.',
  unforeseen:
    'Ein unerwarteter Fehler; er steht im Protokoll des Servers. Es wird von selbst wieder versucht.',
} as const

export type HarvestFailure = keyof typeof harvestWords

/** The words of a code, whoever wrote it. */
export const wordsOfHarvest = (code: string): string =>
  (harvestWords as Readonly<Record<string, string>>)[code] ?? harvestWords.unforeseen

/** Why a copy was not made. */
export class HarvestError extends Error {
  override name = 'HarvestError'
  readonly code: HarvestFailure
  constructor(code: HarvestFailure) {
    super(code)
    this.code = code
  }
}
