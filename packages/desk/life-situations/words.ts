/** What the page of life situations says. */
export const words = {
  intro:
    'So stehen die Lebenslagen in Ihrem Gebiet. Ändern Sie Reihenfolge und Namen, oder blenden Sie aus, was es bei Ihnen nicht gibt.',
  order: (level: string) => `Reihenfolge: ${level}`,
  top: 'Alle Lebenslagen',
  path: 'Ebene',
  services: (count: number) => (count === 1 ? '1 Leistung' : `${count} Leistungen`),
  below: (count: number) => `${count} darunter`,
  hidden: 'ausgeblendet',
  hide: 'Ausblenden',
  show: 'Einblenden',
  rename: 'Umbenennen',
  name: 'Name in Ihrem Gebiet',
  nameHelp: (usual: string) => `Sonst heißt sie „${usual}“. Leer gilt wieder der übliche Name.`,
  take: 'Übernehmen',
  preview: 'So sehen es Bürgerinnen und Bürger',
  nobodySees: 'Auf dieser Ebene ist alles ausgeblendet.',
  save: 'Speichern',
  later: 'Später veröffentlichen',
  discard: 'Änderungen verwerfen',
  saved: 'Die Lebenslagen sind gespeichert.',
  none: 'In Ihrem Gebiet gibt es noch keine Lebenslage mit Leistungen.',
  noArea: 'Wählen Sie oben eine Verwaltung: Lebenslagen werden für ein Gebiet geordnet.',
  behind:
    'Inzwischen hat jemand anderes die Lebenslagen geändert. Was nur eine Seite geändert hat, ist zusammengeführt; bei dem Übrigen gilt Ihre Fassung. Prüfen Sie es und speichern Sie noch einmal.',
}
