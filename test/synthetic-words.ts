/** Words for invented services: everyday and official ones, joined to titles and sentences by `synthetic-xzufi.ts`. */
export const objects =
  'Personalausweis Reisepass Führerschein Wohnsitz Gewerbe Hund Kraftfahrzeug Anhänger Wohngeld Elterngeld Kindergeld Geburt Ehe Lebenspartnerschaft Sterbefall Baugenehmigung Bauvorhaben Abbruch Grundstück Grundsteuer Hundesteuer Zweitwohnsitz Abfallbehälter Sperrmüll Wasseranschluss Kleinkläranlage Brunnen Baum Veranstaltung Gaststätte Spielhalle Reisegewerbe Bewachungsgewerbe Makler Handwerk Meisterprüfung Berufsqualifikation Aufenthaltstitel Einbürgerung Namensänderung Kita-Platz Schulplatz Schülerbeförderung Ausbildungsförderung Wohnberechtigungsschein Schwerbehinderung Parkausweis Sondernutzung Straßensperrung Haltverbot Jagdschein Fischereischein Waffe Sprengstoff Feuerwerk Denkmal Naturschutzgebiet Imkerei Tierhaltung Lebensmittelbetrieb Trinkwasser Infektionsschutz Bestattung Grabstelle Fundsache Melderegister Auskunftssperre Führungszeugnis Beglaubigung Archiv Bibliothek Musikschule Volkshochschule Sportförderung Ehrenamt Spende Verein Stiftung Wahl Briefwahl Volksbegehren Petition Rente Pflege Betreuung Vormundschaft Unterhalt Adoption Pflegekind Jugendhilfe Sozialhilfe Grundsicherung Asyl Obdach Schulden Insolvenz Erbschein Testament Grundbuch Vermessung Lageplan Bodenrichtwert Flurkarte Emission Solaranlage Windkraftanlage Heizung Schornstein Ladesäule Taxi Mietwagen Güterverkehr Fahrschule Drohne Boot Hafen Markt Wanderlager Automat Werbeanlage Zelt Zirkus Campingplatz'.split(
    ' ',
  )
export const acts =
  'beantragen,anmelden,abmelden,ummelden,ändern,verlängern,anzeigen,genehmigen lassen,erneut beantragen,als verloren melden,für Kinder beantragen,für Unternehmen beantragen,eintragen,löschen lassen,übertragen,verlegen,beglaubigen lassen,nachweisen,befreien lassen,ermäßigen lassen,zurückgeben,erstatten lassen,vorübergehend zulassen,im Ausland beantragen,elektronisch einreichen,Widerspruch einlegen,Auskunft erhalten,Beratung erhalten,prüfen lassen,umschreiben lassen'.split(
    ',',
  )
export const places =
  'Nordland Südland Westmark Ostheide Seenland Bergland Küstenland Flussland Waldland Hügelland Moorland Inselland Talland Heideland Marschland Rebenland'.split(
    ' ',
  )
export const towns =
  'Birken Erlen Linden Eichen Buchen Ahorn Weiden Ulmen Kirsch Apfel Stein Sand Moor Bach Wald Feld Heide Berg Tal See'.split(
    ' ',
  )
export const townEndings =
  'dorf hausen stadt burg feld bach hagen rode walde hafen brück kirchen ow itz in furt'.split(' ')
export const offices =
  'Bürgerbüro Ordnungsamt Standesamt Bauamt Sozialamt Jugendamt Gewerbeamt Straßenverkehrsamt Ausländerbehörde Gesundheitsamt Umweltamt Steueramt Katasteramt Veterinäramt Schulamt Kulturamt'.split(
    ' ',
  )
export const nouns =
  'Antrag Nachweis Unterlage Formular Frist Gebühr Termin Bescheid Behörde Stelle Gemeinde Kreis Anschrift Wohnung Person Vertreter Vollmacht Kopie Original Unterschrift Lichtbild Urkunde Einkommen Bescheinigung Versicherung Eigentümer Betrieb Zulassung Erlaubnis Prüfung Verfahren Auskunft Verordnung Gesetz Satzung Zahlung Konto Bearbeitung Entscheidung Widerspruch'.split(
    ' ',
  )
export const adjectives =
  'gültig vollständig schriftlich persönlich zuständig erforderlich amtlich aktuell rechtzeitig elektronisch kostenlos örtlich wirksam unterschrieben beglaubigt'.split(
    ' ',
  )
export const verbs =
  'vorlegen einreichen prüfen erhalten beantragen mitbringen bezahlen abholen bestätigen ausfüllen übersenden nachreichen ergänzen mitteilen vereinbaren'.split(
    ' ',
  )
/** Sentences with places for words: N a noun, A an adjective, V a verb, O the object of the service. */
export const sentences = [
  'Für „O“ müssen Sie den N und den N A V.',
  'Der N ist A; die N können Sie auch später V.',
  'Wenn Sie in der Gemeinde wohnen, V Sie bitte N und N.',
  'Die zuständige Stelle wird Ihren N V, sobald der N A ist.',
  'Zum Thema O gilt: Ohne N ist der N nicht A.',
  'Bitte V Sie den N innerhalb der Frist, sonst entfällt die N.',
  'Über den N entscheidet die Behörde; den N dürfen Sie A V.',
  'Je nach Einzelfall – etwa bei einem N – ist auch N erforderlich.',
]
