import { expect } from '@open-wc/testing'
import fc from 'fast-check'
import { syllablesOf } from './syllables.ts'

// Counted by hand, as the words are spoken.
// prettier-ignore
const spoken = `
  Amt 1, Antrag 2, Abend 2, Ausweis 2, Personalausweis 5, Reisepass 3, Führerschein 3, Wohnung 2, Anmeldung 3, Abmeldung 3,
  Ummeldung 3, Wohnungsgeberbestätigung 8, Meldebescheinigung 6, Bürgerbüro 4, Einwohnermeldeamt 6, Beamter 3, Beamtin 3,
  Behörde 3, Gemeinde 3, Gewerbe 3, Gewerbeanmeldung 6, Gewerbeummeldung 6, Gewerbeabmeldung 6, Geburt 2, Geburtsurkunde 5,
  Eheurkunde 5, Sterbeurkunde 5, Heirat 2, Heiratsurkunde 5, Lebenspartnerschaft 5, Familie 4, Familien 4, Familienname 6,
  Ferien 3, Studie 3, Linie 3, Energie 3, Kopie 2, Kopien 3, Garantie 3, Batterie 3, Industrie 3, Papier 2, Papiere 3, Dienst 1,
  Dienstag 2, dienen 2, verdienen 3, Patient 3, effizient 4, dient 1, sie 1, die 1, wie 1, Aktion 3, Information 5, Nation 3,
  national 4, Region 3, regional 4, Million 3, Aktie 3, Steuer 2, Steueridentifikationsnummer 11, Hundesteuer 4,
  Einkommensteuererklärung 8, Bauantrag 3, Bauer 2, Mauer 2, Frau 1, Frauen 2, Bau 1, neu 1, neue 2, Eure 2, teuer 2, Gebäude 3,
  Häuser 2, Räume 2, Museum 3, Museen 3, Ideen 3, Idee 2, See 1, Seen 2, Kaffee 2, Allee 2, Tee 1, Zoo 1, Boot 1, Haar 1, Staat 1,
  Staatsangehörigkeit 6, Quelle 2, Quittung 2, bequem 2, Qualität 3, aktuell 3, Januar 3, Februar 3, Juni 2, August 2,
  beurteilen 4, Beurkundung 4, beeilen 3, geehrt 2, geimpft 2, beinhalten 4, Beihilfe 3, Beitrag 2, Bayern 2, System 2, Typ 1,
  Asyl 2, Hygiene 4, Material 4, Immobilie 5, Immobilien 5, Kategorie 4, Kategorien 5, Serie 3, Demokratie 4, Biologie 4,
  Prämie 3, Medien 3, Italien 4, Spanien 3, Europa 3, europäisch 4, Ukraine 4, Schreiben 2, schreien 2, Befreiung 3, Kreis 1,
  Partei 2, Verein 2, Ei 1, Eier 2, Reiseausweis 4, Radio 3, Video 3, Auto 2, Büro 2, Theater 3, real 2, ideal 3, Poesie 3,
  individuell 5, Pflegegrad 3, Schwerbehindertenausweis 7, Zuständigkeit 4, Verwaltung 3, Leistung 2, Elterngeld 3, Kindergeld 3,
  Wohngeld 2, sozial 3, Initiative 6, Kooperation 6, Koordination 6, Kraftfahrzeugzulassung 6, Terminvereinbarung 6, Uhr 1,
  Öffnungszeiten 4, geöffnet 3, E-Mail 2, Lern-Schwierigkeiten 5, Behinderten·ausweis 6, LKW 1, 2026 1, ja 1, Ruine 3, Genie 2,
  Union 3, Religion 4, religiös 4, Kollegium 4, Gremium 3, Ministerium 5, Ministerien 5, Kriterien 4, Kriterium 4, Akademie 4,
  Akademien 5, treu 1, heute 2, Deutsch 1, Zeugnis 2, Führungszeugnis 4, Beglaubigung 4, beglaubigt 3, ausgeübt 3, überall 3,
  übereignen 4, Friedhof 2, Miete 2, Mieter 2, vier 1, viele 2, ziehen 2, einziehen 3, Umzug 2, unentgeltlich 4, Armeen 3
`
const table = spoken
  .split(',')
  .map((line) => line.trim().split(' '))
  .map(([word = '', count]) => [word, Number(count)] as const)

describe('the syllables of a word', () => {
  it('are those that are spoken, for every word of the table', () => {
    expect(table.length).to.be.greaterThan(200)
    expect(table.filter(([word, count]) => syllablesOf(word) !== count).map(([word]) => word)).to.deep.equal(
      [],
    )
  })

  it('are at least one and at most its letters, whatever the word', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        const count = syllablesOf(word)
        return count >= 1 && count <= Math.max(1, word.length)
      }),
    ))
})
