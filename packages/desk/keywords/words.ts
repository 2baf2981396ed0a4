/** What the page of keywords says. */
export const words = {
  intro:
    'Unter welchen Wörtern suchen Menschen bei Ihnen? Ergänzen Sie Stichwörter, damit die Suche und das Stichwortverzeichnis zur richtigen Leistung führen.',
  search: 'Leistung suchen',
  searchHelp: 'Titel oder ein Wort, unter dem man sie sucht',
  found: (count: number) => (count === 1 ? '1 Leistung' : `${count} Leistungen`),
  none: (q: string) => `Keine Leistung passt zu „${q}“.`,
  choose: 'Stichwörter bearbeiten',
  another: 'Andere Leistung wählen',
  list: 'Stichwörter auf Deutsch',
  listHelp: 'Jedes Wort in einer eigenen Zeile. Großschreibung und doppelte Wörter ordnet der Server.',
  proposed: (word: string, isNew: boolean) =>
    isNew
      ? `„${word}“ ist unten eingetragen, aber noch nicht gespeichert.`
      : `„${word}“ ist schon ein Stichwort dieser Leistung.`,
  further: (languages: string) => `Stichwörter in anderen Sprachen bleiben, wie sie sind: ${languages}`,
  tooLong: 'Ein Stichwort hat höchstens 120 Zeichen und mindestens einen Buchstaben oder eine Ziffer.',
  save: 'Speichern',
  later: 'Später veröffentlichen',
  saved: 'Die Stichwörter sind gespeichert. Die Suche kennt sie in wenigen Sekunden.',
  noArea: 'Wählen Sie oben eine Verwaltung: Stichwörter gehören zu einem Gebiet.',
  behind:
    'Inzwischen hat jemand anderes die Stichwörter geändert. Neue Wörter beider Seiten stehen jetzt in der Liste. Prüfen Sie sie und speichern Sie noch einmal.',
  everyone: 'Was Sie ergänzen, finden alle, die danach suchen – auch außerhalb Ihres Gebiets.',
}
