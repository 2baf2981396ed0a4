/** What can go wrong with a subscription, and what whoever looks after it does next: in German, as it is read at the desk. */
export const syncWords = {
  unreachable:
    'Der andere Server antwortet nicht. Es wird von selbst wieder versucht; hält es an, dort nachfragen, ob die Adresse noch stimmt.',
  certificate:
    'Die Verbindung ist nicht sicher: Das Zertifikat des anderen Servers ist ungültig oder er leitet auf eine unverschlüsselte Adresse um. Bitte dort melden.',
  'refused-address':
    'Diese Adresse fragt der Server nicht ab, weil sie in ein internes Netz führt oder keine übliche Web-Adresse ist. Adresse prüfen; interne Adressen gibt der Betreiber mit AMTSWEG_OUTGOING_ALLOW frei.',
  'no-feed':
    'Unter dieser Adresse liegt kein Änderungsdienst. Die Adresse muss die eines Amtsweg-Servers sein, zum Beispiel https://dienste.land.example.',
  'too-large':
    'Der andere Server schickt mehr, als hier angenommen wird. Der Betreiber kann AMTSWEG_DOWNLOAD_MAX_MB erhöhen.',
  malformed: 'Der andere Server schickt Daten, die nicht lesbar sind. Bitte dort melden.',
  'server-error': 'Der andere Server meldet einen Fehler. Es wird von selbst wieder versucht.',
  busy: 'Der andere Server ist gerade beschäftigt. Es wird von selbst wieder versucht.',
  'newer-format':
    'Der andere Server ist neuer und schickt eine Form, die dieser nicht kennt. Bitte diesen Server aktualisieren.',
  'own-node': 'Die Adresse führt zu diesem Server selbst. Bitte das Abonnement entfernen.',
  'node-known': 'Derselbe Server ist schon abonniert, vielleicht unter anderer Adresse.',
  'other-node':
    'Unter der Adresse antwortet jetzt ein anderer Server als bisher. Ist das gewollt, das Abonnement entfernen und neu anlegen.',
  'import-refused':
    'Die Datei wurde nicht übernommen, weil sie beschädigt oder unvollständig aussieht. Bitte die Datei prüfen lassen.',
  killed:
    'Der Abgleich wurde von außen beendet, vielleicht aus Mangel an Speicher. Er geht dort weiter, wo er war.',
  unforeseen:
    'Ein unerwarteter Fehler; er steht im Protokoll des Servers. Es wird von selbst wieder versucht.',
} as const

export type SyncFailure = keyof typeof syncWords

/** The words of a code, whoever wrote it. */
export const wordsOfFailure = (code: string): string =>
  (syncWords as Readonly<Record<string, string>>)[code] ?? syncWords.unforeseen
