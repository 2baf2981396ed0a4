import type { GeoAudience, GeoLicenceCode } from '@amtsweg/contract'
import { audiences, licences, themes } from '../changes/geodata-labels.ts'

const number = new Intl.NumberFormat('de-DE')

const audienceHelps: Readonly<Record<GeoAudience, string>> = {
  public: 'Jede und jeder kann die Daten ansehen und kostenlos herunterladen.',
  authorities: 'Andere Verwaltungen lesen die Daten mit einem Zugangsschlüssel. Öffentlich sind sie nicht.',
  authority: 'Nur Ihre Verwaltung liest die Daten, mit einem eigenen Zugangsschlüssel.',
}

const licenceHelps: Readonly<Record<GeoLicenceCode, string>> = {
  'dl-de-by-2.0':
    'Wer die Daten nutzt, nennt Bereitsteller, Lizenz und Quelle und sagt, ob etwas verändert wurde. Üblich bei Verwaltungen.',
  'dl-de-zero-2.0': 'Jede Nutzung ist frei, ohne Bedingungen.',
  'cc0-1.0': 'Alle Rechte sind aufgegeben: Jede Nutzung ist frei, auch im Ausland bekannt.',
  'cc-by-4.0': 'Wer die Daten nutzt, nennt Bereitsteller und Lizenz. International üblich.',
  'odbl-1.0':
    'Nötig, wenn Daten aus OpenStreetMap darin stecken. Abgeleitete Datenbanken stehen unter derselben Lizenz.',
}

/** What the pages of collections say. */
export const words = {
  audiences,
  audienceHelps,
  licences,
  licenceHelps,
  themes,
  list: 'Sammlungen von Geodaten',
  intro:
    'Eine Sammlung hält Gleiches zusammen, zum Beispiel alle Spielplätze. Was veröffentlicht ist, steht auf Karten und lässt sich überall abrufen.',
  none: 'Noch keine Sammlung. Legen Sie eine an, und laden Sie dann eine Datei hoch.',
  add: 'Neue Sammlung',
  name: 'Sammlung',
  state: 'Stand',
  count: (count: number) => (count === 1 ? '1 Objekt' : `${number.format(count)} Objekte`),
  readers: 'Wer sie liest',
  unpublished: 'Noch nichts veröffentlicht',
  published: (day: string) => `Veröffentlicht am ${day}`,
  waiting: (count: number) => (count === 1 ? 'Neuere Fassung wartet' : `${count} neuere Fassungen warten`),
  id: 'Kurzname für Adressen',
  idHelp:
    'Kleine Buchstaben, Ziffern und Bindestriche, zum Beispiel „spielplaetze“. Er lässt sich später nicht ändern.',
  idWrong: 'Geben Sie einen Kurznamen aus kleinen Buchstaben, Ziffern und Bindestrichen ein.',
  idTaken: 'Diesen Kurznamen gibt es schon. Wählen Sie einen anderen, zum Beispiel mit dem Ort davor.',
  title: 'Titel',
  titleMissing: 'Geben Sie der Sammlung einen Titel.',
  description: 'Beschreibung',
  descriptionHelp: 'Was ist enthalten, was fehlt, von wann sind die Daten?',
  keywords: 'Stichwörter',
  keywordsHelp: 'Durch Kommas getrennt. Damit wird die Sammlung in Datenportalen gefunden.',
  keywordsWrong: 'Nehmen Sie höchstens 50 Stichwörter mit je höchstens 100 Zeichen.',
  theme: 'Thema',
  noTheme: 'Keines davon',
  licence: 'Lizenz',
  provider: 'Bereitsteller',
  providerHelp: 'So, wie er in Quellenangaben stehen soll, zum Beispiel „Stadt Musterstadt, Bauamt“.',
  providerMissing: 'Sagen Sie, wer die Daten bereitstellt.',
  sourceUri: 'Adresse der Beschreibung',
  sourceUriHelp: 'Seite, auf der die Daten beschrieben sind. Sie steht in jeder Quellenangabe.',
  sourceUriWrong: 'Geben Sie eine Adresse ein, die mit https:// oder http:// beginnt.',
  changed: 'Die Daten sind gegenüber der Quelle verändert',
  changedHelp: 'Zum Beispiel gekürzt oder mit anderem zusammengeführt. Dann steht es in der Quellenangabe.',
  titleProperty: 'Feld, das ein Objekt benennt',
  titlePropertyHelp: 'Sein Inhalt steht in Listen und auf der Karte.',
  titlePropertyLater: 'Welches Feld ein Objekt benennt, wählen Sie hier, sobald eine Datei hochgeladen ist.',
  noTitleProperty: 'Keines, Objekte haben keinen Namen',
  audience: 'Wer darf die Daten lesen?',
  publishedVersion: (version: number) => `Fassung ${version} ist veröffentlicht.`,
  unpublishedNow: 'Die Sammlung ist nicht mehr veröffentlicht.',
  tabList: 'Was Sie sehen',
  tabs: { data: 'Daten', record: 'Angaben', sharing: 'Weitergeben' },
  save: 'Speichern',
  create: 'Anlegen',
  saved: 'Die Sammlung ist gespeichert.',
  created: 'Die Sammlung ist angelegt. Laden Sie jetzt eine Datei hoch.',
  remove: 'Sammlung löschen …',
  removing: {
    title: 'Sammlung löschen?',
    text: (title: string) =>
      `„${title}“ verschwindet mit allen Fassungen von Karten und aus dem Abruf. Das lässt sich nicht zurücknehmen.`,
    yes: 'Endgültig löschen',
    done: 'Die Sammlung ist gelöscht.',
  },
}
