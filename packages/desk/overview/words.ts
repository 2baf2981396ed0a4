/** What the overview says. */
export const words = {
  greeting: (name: string) => `Guten Tag, ${name}.`,
  looking: 'Es wird nachgesehen, was heute ansteht.',
  nothing: 'Heute wartet nichts auf Sie.',
  secure: {
    title: 'Zweiter Schritt fehlt',
    text: 'Ihr Konto ist nur durch ein Passwort geschützt. Richten Sie eine App oder einen Passkey ein.',
    way: 'Jetzt einrichten',
  },
  choose: {
    title: 'Ganze Installation',
    text: 'Für die Arbeit an Leistungen und Stellen wählen Sie oben eine Verwaltung.',
    way: 'Zu den Verwaltungen',
  },
  drafts: {
    title: 'Änderungen warten auf Sie',
    text: (count: string) =>
      count === '1' ? 'Eine Änderung wartet auf Ihren Blick.' : `${count} Änderungen warten auf Ihren Blick.`,
    way: 'Ansehen',
  },
  imports: {
    title: 'Importe mit abgelehnten Zeilen',
    text: (count: string) => (count === '1' ? 'Ein Import braucht Sie.' : `${count} Importe brauchen Sie.`),
    way: 'Zu den Importen',
  },
  links: {
    title: 'Tote Links',
    text: (count: string) =>
      count === '1'
        ? 'Eine Adresse in Ihren Texten führt nicht weiter.'
        : `${count} Adressen in Ihren Texten führen nicht weiter.`,
    way: 'Ansehen und berichtigen',
  },
  searches: {
    title: 'Suchen ohne Ergebnis',
    text: (count: string) =>
      count === '1' ? 'Ein Wort führt niemanden zum Ziel.' : `${count} Wörter führen niemanden zum Ziel.`,
    way: 'Stichwörter ergänzen',
  },
  gaps: {
    title: 'Lücken bei Zuständigkeiten',
    text: (count: string) =>
      count === '1'
        ? 'Für eine Leistung ist nicht überall jemand zuständig.'
        : `Für ${count} Leistungen ist nicht überall jemand zuständig.`,
    way: 'Zuständigkeiten ergänzen',
  },
  tokens: {
    title: 'Zugangsschlüssel laufen ab',
    text: (count: string) =>
      count === '1'
        ? 'Ein Schlüssel gilt nur noch 30 Tage oder weniger.'
        : `${count} Schlüssel gelten nur noch 30 Tage oder weniger.`,
    way: 'Zu den Schlüsseln',
  },
  changes: {
    title: 'Zuletzt geändert',
    none: 'Noch hat niemand etwas geändert.',
    way: 'Ganzes Protokoll',
  },
}
