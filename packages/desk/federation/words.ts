/** What the page of subscriptions says. */
export const words = {
  lead: 'Andere Server, deren Angaben hierher kommen. Was dort gepflegt wird, wird dort geändert; was hier gepflegt wird, bleibt, wie es ist.',
  none: 'Noch ist nichts abonniert. Tragen Sie unten die Adresse eines anderen Servers ein.',
  list: 'Woher Angaben kommen',
  states: {
    waiting: 'In Ordnung',
    working: 'Gleicht gerade ab',
    failing: 'Gestört',
  },
  kinds: {
    amtsweg: 'Amtsweg-Server',
    xzufi: 'XZuFi-Datei (vollständig)',
    'xzufi-changes': 'XZuFi-Datei (nur Änderungen)',
  },
  records: (count: number) =>
    count === 1 ? '1 Angabe von dort' : `${count.toLocaleString('de')} Angaben von dort`,
  succeeded: (time: string | null) => (time ? `zuletzt abgeglichen am ${time} Uhr` : 'noch nie abgeglichen'),
  changed: (time: string, written: number, deleted: number) =>
    `letzte Änderung am ${time} Uhr: ${written.toLocaleString('de')} übernommen, ${deleted.toLocaleString('de')} gelöscht`,
  areas: (keys: readonly string[]) => (keys.length ? `nur Gebiet ${keys.join(', ')}` : 'alles'),
  withheld: {
    taken: 'warten, weil hier schon eigene Angaben unter demselben Namen stehen',
    incomplete: 'warten, weil eine Stelle oder Leistung noch fehlt, auf die sie verweisen',
    reserved: 'wurden nicht übernommen, weil sie einen vorbehaltenen Text ersetzen würden',
    invalid: 'wurden nicht übernommen, weil sie fehlerhaft sind; bitte dort melden',
    'unknown-kind': 'warten, bis dieser Server aktualisiert ist',
  } as Readonly<Record<string, string>>,
  sync: 'Jetzt abgleichen',
  syncing: 'Der Abgleich beginnt in wenigen Sekunden.',
  remove: 'Entfernen …',
  removing: {
    title: 'Abonnement entfernen?',
    text: (url: string) =>
      `${url} wird nicht mehr abgefragt. Was geschieht mit den Angaben, die von dort gekommen sind?`,
    keep: 'Behalten, wie sie sind',
    records: 'Auch die Angaben löschen',
    done: 'Das Abonnement ist entfernt.',
  },
  add: 'Server abonnieren',
  url: 'Adresse des anderen Servers',
  urlHelp: 'Zum Beispiel https://dienste.land.example – oder die Adresse einer XZuFi-Datei.',
  urlMissing: 'Geben Sie eine Adresse ein, die mit https:// beginnt.',
  kind: 'Was liegt dort?',
  what: 'Was soll übernommen werden?',
  everything: 'Alles',
  oneArea: 'Nur ein Gebiet',
  area: 'Schlüssel des Gebiets',
  areaHelp:
    'Regionalschlüssel mit 2, 3, 5, 9 oder 12 Ziffern. Für dieses Gebiet schreibt von da an der andere Server.',
  areaMissing: 'Geben Sie einen Schlüssel mit 2, 3, 5, 9 oder 12 Ziffern ein.',
  areaForeign: 'Dieses Gebiet können Sie hier nicht abonnieren. Wählen Sie das Ihrer Verwaltung.',
  often: 'Wie oft?',
  intervals: {
    '5': 'alle 5 Minuten',
    '15': 'alle 15 Minuten',
    '60': 'jede Stunde',
    '1440': 'jeden Tag',
  } as Readonly<Record<string, string>>,
  check: 'Adresse prüfen',
  found: (node: string) => `Dort antwortet ein Amtsweg-Server (Kennung ${node}).`,
  save: 'Abonnieren',
  saved: 'Abonniert. Der erste Abgleich beginnt in wenigen Sekunden.',
}
