import type { Deadline, Fee, ProcessingTime, RequiredDocument, ServiceLink } from '@amtsweg/contract'
import type { XzufiElement } from '../import/index.ts'
import type { ServicePartTable, ServiceRow } from './tables.ts'

/** All that is stored of a description that did not come as XZuFi. */
export interface StoredService {
  readonly service: ServiceRow
  readonly names: readonly {
    readonly lang: string
    readonly title: string
    readonly official_title: string | null
  }[]
  readonly texts: readonly { readonly lang: string; readonly code: string; readonly html: string }[]
  readonly parts: readonly {
    readonly kind: ServicePartTable['kind']
    readonly lang: string
    readonly content: string
  }[]
  readonly keywords: readonly { readonly lang: string; readonly keyword: string }[]
  readonly keys: readonly string[]
}

/** A description of any format as a Leistung of XZuFi 2.2. */
export function leistungOf({ service, names, texts, parts, keywords, keys }: StoredService): XzufiElement {
  const of = <Content>(kind: ServicePartTable['kind']) =>
    parts
      .filter((part) => part.kind === kind)
      .map(({ lang, content }) => ({ lang, content: JSON.parse(content) as Content }))
  return [
    'leistung',
    [
      [
        'id',
        service.value,
        attributes({ schemeAgencyID: service.scheme_agency_id, schemeID: service.scheme_id }),
      ],
      ...keys.map((key): XzufiElement => coded('referenzLeiKa', key, 'urn:de:fim:leika:leistung')),
      ...textModule(
        '02',
        names.flatMap(({ lang, official_title }) => (official_title ? [{ lang, text: official_title }] : [])),
      ),
      ...textModule(
        '03',
        names.map(({ lang, title }) => ({ lang, text: title })),
      ),
      ...[...Map.groupBy(texts, ({ code }) => code)].flatMap(([code, some]) =>
        textModule(
          code,
          some.map(({ lang, html }) => ({ lang, text: html })),
          code === '14' ? of<ServiceLink>('form') : [],
        ),
      ),
      ...(texts.some(({ code }) => code === '14') ? [] : textModule('14', [], of<ServiceLink>('form'))),
      ...(texts.some(({ code }) => code === '07')
        ? []
        : textModule('07', [], of<ServiceLink>('legal-basis'))),
      ...moduleOf('modulFrist', of<Deadline>('deadline').map(deadline)),
      ...moduleOf('modulKosten', of<Fee>('fee').map(fee)),
      ...moduleOf(
        'modulBearbeitungsdauer',
        of<ProcessingTime>('processing-time').slice(0, 1).map(processingTime),
      ),
      ...moduleOf(
        'modulBegriffImKontext',
        keywords.map(({ lang, keyword }): XzufiElement => [
          'begriffImKontext',
          [said('begriff', lang, keyword)],
        ]),
      ),
      ...moduleOf('modulDokument', of<RequiredDocument>('document').map(document)),
      ...(service.typisierung
        ? [coded('typisierung', service.typisierung, 'urn:de:fim:leika:typisierung')]
        : []),
      ...(service.citizen ? [coded('leistungsadressat', '001')] : []),
      ...(service.business ? [coded('leistungsadressat', '002')] : []),
      ...(service.region_key ? [area(service.region_key)] : []),
      ...(service.updated_at
        ? [['versionsinformation', [['geaendertDatumZeit', timeOf(service.updated_at)]]] as XzufiElement]
        : []),
      ...validity(service),
    ],
  ]
}

const attributes = (given: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value))

const coded = (name: string, code: string, list?: string): XzufiElement =>
  list ? [name, [['|code', code]], { listURI: list }] : [name, [['|code', code]]]

const said = (name: string, lang: string, text: string): XzufiElement => [name, text, { languageCode: lang }]

const moduleOf = (name: string, content: readonly XzufiElement[]): readonly XzufiElement[] =>
  content.length > 0 ? [[name, content]] : []

interface Said {
  readonly lang: string
  readonly text: string
}

function textModule(
  code: string,
  texts: readonly Said[],
  links: readonly { readonly lang: string; readonly content: ServiceLink }[] = [],
): readonly XzufiElement[] {
  if (texts.length === 0 && links.length === 0) return []
  return [
    [
      'modulText',
      [
        coded('leikaTextmodul', code, 'urn:de:xzufi:codeliste:leistungstextmodulleika'),
        ...texts.map(({ lang, text }) => said('inhalt', lang, text)),
        ...links.flatMap(({ lang, content: { url, title } }): XzufiElement[] =>
          url
            ? [
                [
                  'weiterfuehrenderLink',
                  [
                    ['uri', url],
                    ['titel', title],
                  ],
                  { languageCode: lang },
                ],
              ]
            : [],
        ),
      ],
    ],
  ]
}

interface Spoken<Content> {
  readonly lang: string
  readonly content: Content
}

const described = (lang: string, ...texts: readonly (string | undefined)[]): XzufiElement[] => {
  const text = texts.filter((one) => one).join('\n')
  return text ? [said('beschreibung', lang, text)] : []
}

function deadline({ lang, content }: Spoken<Deadline>): XzufiElement {
  const { kind, value, unit, from, to, text, legalBasis } = content
  const span: XzufiElement[] =
    kind === 'duration' && value !== undefined && unit
      ? [
          [
            'fristauswahl',
            [['dauer', String(value)], coded('einheit', unit)],
            { 'xsi:type': 'xzufi:FristDauer' },
          ],
        ]
      : []
  const dates: XzufiElement[] =
    from || to
      ? [
          [
            'fristauswahl',
            [...(from ? [['von', from] as const] : []), ...(to ? [['bis', to] as const] : [])],
            { 'xsi:type': 'xzufi:FristStichtag' },
          ],
        ]
      : []
  return ['frist', [...span, ...dates, ...described(lang, text, legalBasis)]]
}

const amount = (name: string, cents: number, currency: string): XzufiElement => [
  name,
  (cents / 100).toFixed(2),
  { currencyCode: currency },
]

function fee({ lang, content }: Spoken<Fee>): XzufiElement {
  const { amountCents, lowerCents, upperCents, currency, text, legalBasis, advancePayment } = content
  const range = [
    ...(lowerCents === undefined ? [] : [amount('betragUntergrenze', lowerCents, currency)]),
    ...(upperCents === undefined ? [] : [amount('betragObergrenze', upperCents, currency)]),
  ]
  const variable: XzufiElement[] =
    range.length > 0 ? [['kostenauswahl', range, { 'xsi:type': 'xzufi:KostenVariabel' }]] : []
  const choice: XzufiElement[] =
    amountCents === undefined
      ? variable
      : [['kostenauswahl', [amount('betrag', amountCents, currency)], { 'xsi:type': 'xzufi:KostenFix' }]]
  return ['kosten', [...choice, ...described(lang, text, legalBasis), ['vorkasse', String(advancePayment)]]]
}

function processingTime({ lang, content }: Spoken<ProcessingTime>): XzufiElement {
  const { value, upper, unit, text } = content
  const end: XzufiElement[] =
    upper === undefined ? [] : [['dauerBis', String(upper)], coded('einheitBis', unit)]
  const span: XzufiElement = [
    'fristauswahl',
    [['dauer', String(value)], coded('einheit', unit), ...end],
    { 'xsi:type': 'xzufi:FristDauer' },
  ]
  return ['bearbeitungsdauer', [span, ...described(lang, text)]]
}

const document = ({ lang, content: { name, hint } }: Spoken<RequiredDocument>): XzufiElement => [
  'dokumentEingehend',
  [said('bezeichnung', lang, name), ...described(lang, hint)],
]

/** Region keys as an ARS of twelve digits. */
const area = (regionKey: string): XzufiElement => [
  'gueltigkeitGebietID',
  regionKey.padEnd(12, '0'),
  { schemeID: 'urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs' },
]

const timeOf = (stated: string): string => (stated.length === 10 ? `${stated}T00:00:00Z` : stated)

function validity({ valid_from, valid_to }: ServiceRow): readonly XzufiElement[] {
  const period: XzufiElement[] = [
    ...(valid_from ? [['beginn', timeOf(valid_from)] as const] : []),
    ...(valid_to ? [['ende', timeOf(valid_to)] as const] : []),
  ]
  return moduleOf('gueltigkeit', period)
}
