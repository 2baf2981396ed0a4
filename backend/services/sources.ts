import type { Source } from '@amtsweg/contract'

/** Where the texts come from that this domain reads, and on which terms; shown wherever the texts are shown. */
const apache = { licence: 'Apache-2.0', licenceUrl: 'https://www.apache.org/licenses/LICENSE-2.0' }

export const ownTexts: Source = {
  id: 'amtsweg-services',
  name: 'Leistungsbeschreibungen von Amtsweg',
  publisher: 'Amtsweg',
  ...apache,
  attribution: 'Texte von Amtsweg, keine amtliche Auskunft',
  asOf: '2026-11-23',
  invented: false,
}

export const inventedSupplements: Source = {
  id: 'amtsweg-demo',
  name: 'Beispielstellen der Modellregion (erfunden)',
  publisher: 'Amtsweg',
  ...apache,
  attribution:
    'Erfundene Stellen, Anschriften, Rufnummern und Öffnungszeiten von Amtsweg; nicht für den Gebrauch bestimmt',
  asOf: '2026-11-23',
  invented: true,
}

export const ownMappings: Source = {
  ...ownTexts,
  id: 'amtsweg-life-situations',
  name: 'Zuordnung der OZG-Lagen zu den Lebenslagen von Amtsweg',
}

export const ownReferences: Source = {
  ...ownTexts,
  id: 'amtsweg-keyword-references',
  name: 'Verweise im Stichwortverzeichnis von Amtsweg',
}

export const inventedSettings: Source = {
  ...inventedSupplements,
  id: 'amtsweg-demo-settings',
  name: 'Einstellungen der Beispielstädte (erfunden)',
}

export const ozgCatalogue: Source = {
  id: 'ozg-leika-nrw-2019',
  name: 'OZG-Umsetzungskatalog mit LeiKa-Schlüsseln, Stand Dezember 2019',
  publisher: 'FITKO / BMI, aus der OZG-Datenbank des KDN Nordrhein-Westfalen',
  licence: 'MIT',
  licenceUrl: 'https://opensource.org/license/mit',
  url: 'https://github.com/kdn-nrw/OZG-Datenbank-NRW',
  attribution: 'OZG-Umsetzungskatalog, Stand 2019, über kdn-nrw/OZG-Datenbank-NRW (MIT)',
  asOf: '2019-12-01',
  invented: false,
}

export const munichTexts: Source = {
  id: 'muenchen-services',
  name: 'Dienstleistungen der Landeshauptstadt München',
  publisher: 'Landeshauptstadt München',
  licence: 'Texte © Landeshauptstadt München; Quelle im Repositorium unter EUPL-1.2',
  url: 'https://stadt.muenchen.de/',
  attribution: '© Landeshauptstadt München, über it-at-m/eappointment',
  asOf: '2026-06-08',
  invented: false,
}

export const berlinTexts: Source = {
  id: 'berlin-services',
  name: 'Dienstleistungen der Berliner Verwaltung',
  publisher: 'Land Berlin',
  licence: 'Texte © Land Berlin, keine freie Lizenz angegeben',
  url: 'https://service.berlin.de/dienstleistungen/',
  attribution: '© Land Berlin, service.berlin.de, über berlin-services-api und Berlin-Service-API',
  asOf: '2024-09-02',
  invented: false,
}
