import { createRandom } from './random.ts'
import {
  acts,
  adjectives,
  nouns,
  objects,
  offices,
  places,
  sentences,
  townEndings,
  towns,
  verbs,
} from './synthetic-words.ts'

export interface SyntheticXzufi {
  readonly services: number
  readonly seed: number
  /** 1 is the same with one service of twenty rewritten, one of a hundred gone and as many new. */
  readonly edition?: 0 | 1
}

/** What the file holds, for whoever asks for it. */
export interface SyntheticService {
  readonly value: string
  readonly title: string
  readonly object: string
}

const agencies = places.map((_, index) => `SYN${String(index + 1).padStart(2, '0')}`)
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const pick = <One>(random: () => number, list: readonly One[]): One =>
  list[Math.floor(random() * list.length)] as One

/**
 * An XZuFi 2.2 message of invented services, units and responsibilities as large as that of a whole country, piece by piece.
 * Nothing in it is real. As in the real ones, each Leistung comes several times, once from each of sixteen editors, has about
 * ten modules and five kilobytes; a tenth as many units; three responsibilities for two services.
 */
export function* syntheticXzufi({ services, seed, edition = 0 }: SyntheticXzufi): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<!-- Synthetic: no authority, service or address in it is real. -->
<xzufi:transfer xmlns:xzufi="http://xoev.de/schemata/xzufi/2_2_0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xzufiVersion="2.2.0" produktbezeichnung="Synthetisch">
<xzufi:nachrichtenkopf><xzufi:erstelltDatumZeit>2026-11-${edition ? '25' : '24'}T03:00:00Z</xzufi:erstelltDatumZeit><xzufi:sender>Synthetische Redaktion</xzufi:sender></xzufi:nachrichtenkopf>
`
  const units = Math.max(1, Math.floor(services / 10))
  for (let index = 0; index < units; index += 1) yield unit(index, seed)
  const gone = Math.floor(services / 100)
  const first = edition ? gone : 0
  for (let index = first; index < services + first; index += 1) {
    const rewritten = edition === 1 && index % 20 === 0
    yield service(index, createRandom(seed + index * 2 + (rewritten ? 1 : 0)), rewritten)
    yield responsibility(index, index % units, 'a')
    if (index % 2 === 0) yield responsibility(index, (index * 7) % units, 'b')
  }
  yield '</xzufi:transfer>\n'
}

/** Which service stands at a place of the file. */
export function syntheticService(index: number): SyntheticService {
  const topic = Math.floor(index / agencies.length)
  const object = objects[topic % objects.length] as string
  const act = acts[Math.floor(topic / objects.length) % acts.length] as string
  const round = Math.floor(topic / objects.length / acts.length)
  const title = `${object} ${act}${round > 0 ? ` (Fall ${round + 1})` : ''}`
  return { value: `L${index}`, title, object }
}

const id = (index: number, value: string, element = 'id') =>
  `<xzufi:${element} schemeAgencyID="${agencies[index % agencies.length]}" schemeID="synthetisch">${value}</xzufi:${element}>`

/** The Land of an editor by its two digits: an area that needs no register. */
const region = (index: number) => String((index % agencies.length) + 1).padStart(2, '0')

function sentence(random: () => number, object: string): string {
  return pick(random, sentences).replaceAll(/\b[NAVO]\b/g, (place) => {
    if (place === 'O') return object
    if (place === 'N') return pick(random, nouns)
    return pick(random, place === 'A' ? adjectives : verbs)
  })
}

/** A paragraph of invented sentences about an object, as HTML. */
export const paragraph = (random: () => number, object: string, length: number) =>
  `<p>${Array.from({ length }, () => sentence(random, object)).join(' ')}</p>`

const list = (random: () => number, length: number) =>
  `<ul>${Array.from({ length }, () => `<li>${pick(random, nouns)} oder ${pick(random, nouns)} (${pick(random, adjectives)})</li>`).join('')}</ul>`

function textModule(position: number, code: string, html: string): string {
  return `<xzufi:modulText><xzufi:positionDarstellung>${position}</xzufi:positionDarstellung><xzufi:leikaTextmodul listURI="urn:de:xzufi:codeliste:leistungstextmodulleika" listVersionID="1"><code>${code}</code></xzufi:leikaTextmodul><xzufi:inhalt languageCode="de">${escape(html)}</xzufi:inhalt></xzufi:modulText>
`
}

function service(index: number, random: () => number, rewritten: boolean): string {
  const { value, title, object } = syntheticService(index)
  const land = places[index % places.length]
  const key = `99${String(100_000_000_000 + Math.floor(index / agencies.length))
    .slice(1)
    .padStart(11, '0')}0`
  const texts = [
    ['02', `${title} ${land}`],
    ['03', rewritten ? `${title} – neu gefasst` : title],
    ['05', paragraph(random, object, 1)],
    ['06', paragraph(random, object, 3) + paragraph(random, object, 2)],
    ['07', `<p>§ ${1 + Math.floor(random() * 90)} ${object}-Verordnung ${land} (erfunden)</p>`],
    ['08', list(random, 3 + Math.floor(random() * 5))],
    ['09', paragraph(random, object, 1)],
    ['11', paragraph(random, object, 2)],
    ['15', paragraph(random, object, 1)],
    ['16', paragraph(random, object, 1)],
    ['22', `<p>${pick(random, offices)} ${land}</p>`],
  ] as const
  const kinds = [pick(random, nouns), pick(random, nouns)]
  return `<xzufi:schreibe><xzufi:leistung>
${id(index, value)}
<xzufi:referenzLeiKa listURI="urn:de:fim:leika:leistung" listVersionID="20260101"><code>${key}</code></xzufi:referenzLeiKa>
${texts.map(([code, html], position) => textModule(position, code, html)).join('')}<xzufi:modulFrist><xzufi:frist><xzufi:typ><code>001</code></xzufi:typ><xzufi:fristauswahl xsi:type="xzufi:FristDauer"><xzufi:dauer>${1 + Math.floor(random() * 8)}</xzufi:dauer><xzufi:einheit><code>WOCHE</code></xzufi:einheit></xzufi:fristauswahl></xzufi:frist></xzufi:modulFrist>
<xzufi:modulKosten><xzufi:kosten><xzufi:typ><code>001</code></xzufi:typ><xzufi:kostenauswahl xsi:type="xzufi:KostenFix"><xzufi:betrag currencyCode="EUR">${(random() * 100).toFixed(2)}</xzufi:betrag></xzufi:kostenauswahl></xzufi:kosten></xzufi:modulKosten>
<xzufi:modulBegriffImKontext>${kinds.map((kind) => `<xzufi:begriffImKontext><xzufi:begriff languageCode="de">${object}${kind.toLowerCase()}</xzufi:begriff><xzufi:typ><code>001</code></xzufi:typ></xzufi:begriffImKontext>`).join('')}</xzufi:modulBegriffImKontext>
<xzufi:modulDokument><xzufi:dokumentEingehend><xzufi:typ><xzufi:code><code>001</code></xzufi:code></xzufi:typ><xzufi:bezeichnung languageCode="de">${pick(random, nouns)}</xzufi:bezeichnung></xzufi:dokumentEingehend></xzufi:modulDokument>
<xzufi:typisierung><code>${pick(random, ['2', '3', '4', '5'])}</code></xzufi:typisierung>
<xzufi:gueltigkeitGebietID schemeID="urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs">${region(index)}</xzufi:gueltigkeitGebietID>
</xzufi:leistung></xzufi:schreibe>
`
}

function unit(index: number, seed: number): string {
  const random = createRandom(seed + index * 2 + 1_000_003)
  const town = `${pick(random, towns)}${pick(random, townEndings)}`
  return `<xzufi:schreibe><xzufi:organisationseinheit>
${id(index, `O${index}`)}
<xzufi:name><xzufi:name languageCode="de">${pick(random, offices)} ${town}</xzufi:name></xzufi:name>
<xzufi:beschreibung languageCode="de">${escape(paragraph(random, town, 1))}</xzufi:beschreibung>
<xzufi:anschrift><xzufi:typ><code>001</code></xzufi:typ><xzufi:strasse>${pick(random, towns)}weg</xzufi:strasse><xzufi:hausnummer>${1 + Math.floor(random() * 90)}</xzufi:hausnummer><xzufi:postleitzahl>00000</xzufi:postleitzahl><xzufi:ort>${town}</xzufi:ort></xzufi:anschrift>
<xzufi:kommunikation><xzufi:kanal><code>01</code></xzufi:kanal><xzufi:kennung>amt${index}@synthetisch.example</xzufi:kennung></xzufi:kommunikation>
</xzufi:organisationseinheit></xzufi:schreibe>
`
}

function responsibility(index: number, holder: number, suffix: string): string {
  return `<xzufi:schreibe><xzufi:zustaendigkeitTransferObjekt>
${id(holder, `O${holder}`, 'uebergeordnetesObjektID')}
<xzufi:zustaendigkeit xsi:type="xzufi:ZustaendigkeitOrganisationseinheit">${id(index, `Z${index}${suffix}`)}${id(index, `L${index}`, 'leistungID')}<xzufi:gebietID>${region(index)}</xzufi:gebietID><xzufi:rolle><code>01</code></xzufi:rolle></xzufi:zustaendigkeit>
</xzufi:zustaendigkeitTransferObjekt></xzufi:schreibe>
`
}
