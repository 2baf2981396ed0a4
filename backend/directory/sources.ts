import type { Source } from '@amtsweg/contract'

/** Where the units come from that this domain reads, and on which terms; shown wherever they are shown. */
const apache = { licence: 'Apache-2.0', licenceUrl: 'https://www.apache.org/licenses/LICENSE-2.0' }

export const inventedUnits: Source = {
  id: 'amtsweg-demo',
  name: 'Beispielstellen der Modellregion (erfunden)',
  publisher: 'Amtsweg',
  ...apache,
  attribution:
    'Erfundene Stellen, Anschriften, Rufnummern und Öffnungszeiten von Amtsweg; nicht für den Gebrauch bestimmt',
  asOf: '2026-11-23',
  invented: true,
}

export const realBodies: Source = {
  id: 'amtsweg-bodies',
  name: 'Landes- und Bundesbehörden',
  publisher: 'Amtsweg',
  ...apache,
  attribution:
    'Namen, Orte und Websites sind Tatsachen, von Amtsweg zusammengestellt und nicht am Original geprüft',
  asOf: '2026-11-23',
  invented: false,
}

const destatis = {
  publisher: 'Statistisches Bundesamt (Destatis)',
  licence: 'Vervielfältigung und Verbreitung mit Quellenangabe gestattet',
  url: 'https://www.destatis.de/DE/Themen/Laender-Regionen/Regionales/Gemeindeverzeichnis/_inhalt.html',
}

export const mvBodies: Source = {
  id: 'mv-verwaltungen',
  name: 'Ämter und Gemeindeverwaltungen in Mecklenburg-Vorpommern',
  ...destatis,
  attribution:
    'Destatis, Gemeindeverzeichnis 2023; Anschriften vom 31.12.2011 über digineo/gemeindeverzeichnis',
  asOf: '2023-11-30',
  invented: false,
}

export const addresses2011: Source = {
  id: 'verwaltungsanschriften-2011',
  name: 'Anschriften der Gemeindeverwaltungen in Deutschland, Stand 2011',
  ...destatis,
  attribution: 'Destatis, Anschriften der Gemeindeverwaltungen, 31.12.2011, über digineo/gemeindeverzeichnis',
  asOf: '2011-12-31',
  invented: false,
}

export const berlinOffices: Source = {
  id: 'berlin-standorte',
  name: 'Standorte der Berliner Verwaltung',
  publisher: 'Land Berlin',
  licence: 'Texte © Land Berlin, keine freie Lizenz angegeben',
  url: 'https://service.berlin.de/standorte/',
  attribution:
    '© Land Berlin, service.berlin.de; Öffnungszeiten von 2020 über berlin-service-harvester (MIT)',
  asOf: '2024-09-02',
  invented: false,
}

export const munichOffices: Source = {
  id: 'muenchen-locations',
  name: 'Standorte der Landeshauptstadt München',
  publisher: 'Landeshauptstadt München',
  licence: 'Texte © Landeshauptstadt München; Quelle im Repositorium unter EUPL-1.2',
  url: 'https://stadt.muenchen.de/',
  attribution: '© Landeshauptstadt München, über it-at-m/eappointment',
  asOf: '2026-06-08',
  invented: false,
}
