import type { GeoAudience, GeoLicenceCode, GeoTheme } from '@amtsweg/contract'

/** Who may read a collection of geodata, as it is said in forms, lists and histories. */
export const audiences: Readonly<Record<GeoAudience, string>> = {
  public: 'Alle',
  authorities: 'Nur Verwaltungen',
  authority: 'Nur wir',
}

/** Names of the licences of geodata. */
export const licences: Readonly<Record<GeoLicenceCode, string>> = {
  'dl-de-by-2.0': 'Datenlizenz Deutschland – Namensnennung 2.0',
  'dl-de-zero-2.0': 'Datenlizenz Deutschland – Zero 2.0',
  'cc0-1.0': 'CC0 1.0',
  'cc-by-4.0': 'CC BY 4.0',
  'odbl-1.0': 'Open Database License 1.0 (ODbL)',
}

/** German labels of the EU's data themes (http://publications.europa.eu/resource/authority/data-theme). */
export const themes: Readonly<Record<GeoTheme, string>> = {
  AGRI: 'Landwirtschaft, Fischerei, Forstwirtschaft und Nahrungsmittel',
  ECON: 'Wirtschaft und Finanzen',
  EDUC: 'Bildung, Kultur und Sport',
  ENER: 'Energie',
  ENVI: 'Umwelt',
  GOVE: 'Regierung und öffentlicher Sektor',
  HEAL: 'Gesundheit',
  INTR: 'Internationale Themen',
  JUST: 'Justiz, Rechtssystem und öffentliche Sicherheit',
  REGI: 'Regionen und Städte',
  SOCI: 'Bevölkerung und Gesellschaft',
  TECH: 'Wissenschaft und Technologie',
  TRAN: 'Verkehr',
}
