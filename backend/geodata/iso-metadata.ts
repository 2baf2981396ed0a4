import { servedSystems } from '../geometry/reference-system.ts'
import { type Collection, sourceNote } from './collection.ts'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** What XML 1.0 has no way to write is left out. */
const impossible = /(?![\t\n\r\x7f-\x9f])\p{Cc}|[\ufffe\uffff]/gu
const escape = (text: string): string =>
  text
    .toWellFormed()
    .replace(impossible, '')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)

const element = (name: string, ...parts: readonly string[]): string => `<${name}>${parts.join('')}</${name}>`
const words = (name: string, text: string) =>
  element(`gmd:${name}`, element('gco:CharacterString', escape(text)))
const decimal = (name: string, value: number) => element(`gmd:${name}`, element('gco:Decimal', `${value}`))
const url = (address: string) => element('gmd:linkage', element('gmd:URL', escape(address)))

const lists = 'http://standards.iso.org/iso/19139/resources/gmxCodelists.xml'
const code = (name: string, list: string, value: string) => {
  const one = `<gmd:${list} codeList="${lists}#${list}" codeListValue="${value}">${value}</gmd:${list}>`
  return element(`gmd:${name}`, one)
}
const language = element(
  'gmd:language',
  '<gmd:LanguageCode codeList="http://www.loc.gov/standards/iso639-2/" codeListValue="ger">ger</gmd:LanguageCode>',
)

const spaces = {
  gmd: 'http://www.isotc211.org/2005/gmd',
  gco: 'http://www.isotc211.org/2005/gco',
  gml: 'http://www.opengis.net/gml/3.2',
}

/** Topics of ISO 19115 by the EU's data themes, which know fewer; nothing where they do not meet. */
const topics: Readonly<Record<string, string>> = {
  ...{ AGRI: 'farming', ECON: 'economy', ENVI: 'environment', HEAL: 'health', TRAN: 'transportation' },
  ...{ ENER: 'utilitiesCommunication', EDUC: 'society', SOCI: 'society', GOVE: 'society' },
}

/** A collection as a record by ISO 19115 in the writing of ISO 19139, as GDI-DE and INSPIRE read it. `root` is where the API begins. */
export function isoMetadata(collection: Collection, root: string): string {
  const { id, provider, publishedAt } = collection
  const address = `${root}/collections/${encodeURIComponent(id)}`
  const names = Object.entries(spaces).map(([prefix, space]) => ` xmlns:${prefix}="${space}"`)
  const parts = [
    words('fileIdentifier', address),
    language,
    code('characterSet', 'MD_CharacterSetCode', 'utf8'),
    code('hierarchyLevel', 'MD_ScopeCode', 'dataset'),
    element('gmd:contact', party(provider, 'pointOfContact')),
    element('gmd:dateStamp', element('gco:DateTime', publishedAt)),
    words('metadataStandardName', 'ISO 19115'),
    words('metadataStandardVersion', '2003/Cor.1:2006'),
    ...servedSystems.map(({ uri }) => referenceSystem(uri)),
    element('gmd:identificationInfo', identification(collection, address)),
    element('gmd:distributionInfo', distribution(address)),
    element('gmd:dataQualityInfo', quality(collection)),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>\n<gmd:MD_Metadata${names.join('')}>${parts.join('')}</gmd:MD_Metadata>\n`
}

const party = (name: string, role: string) =>
  element('gmd:CI_ResponsibleParty', words('organisationName', name), code('role', 'CI_RoleCode', role))

const referenceSystem = (uri: string) =>
  element(
    'gmd:referenceSystemInfo',
    element(
      'gmd:MD_ReferenceSystem',
      element('gmd:referenceSystemIdentifier', element('gmd:RS_Identifier', words('code', uri))),
    ),
  )

function identification(collection: Collection, address: string): string {
  const { title, description, keywords, theme, provider, publishedAt } = collection
  const date = element(
    'gmd:CI_Date',
    element('gmd:date', element('gco:DateTime', publishedAt)),
    code('dateType', 'CI_DateTypeCode', 'revision'),
  )
  const topic = topics[theme ?? '']
  return element(
    'gmd:MD_DataIdentification',
    element(
      'gmd:citation',
      element(
        'gmd:CI_Citation',
        words('title', title),
        element('gmd:date', date),
        element('gmd:identifier', element('gmd:MD_Identifier', words('code', address))),
      ),
    ),
    words('abstract', description || title),
    element('gmd:pointOfContact', party(provider, 'owner')),
    keywords.length > 0
      ? element(
          'gmd:descriptiveKeywords',
          element('gmd:MD_Keywords', ...keywords.map((keyword) => words('keyword', keyword))),
        )
      : '',
    constraints(collection),
    code('spatialRepresentationType', 'MD_SpatialRepresentationTypeCode', 'vector'),
    language,
    topic ? element('gmd:topicCategory', element('gmd:MD_TopicCategoryCode', topic)) : '',
    extent(collection),
  )
}

/** Terms twice, as GDI-DE reads them: for people, and for machines. */
function constraints(collection: Collection): string {
  const { licence } = collection
  const machine = JSON.stringify({
    ...{ id: licence.code, name: licence.name, url: licence.uri, quelle: sourceNote(collection) },
  })
  return element(
    'gmd:resourceConstraints',
    element(
      'gmd:MD_LegalConstraints',
      code('useConstraints', 'MD_RestrictionCode', 'license'),
      code('useConstraints', 'MD_RestrictionCode', 'otherRestrictions'),
      words('otherConstraints', sourceNote(collection)),
      words('otherConstraints', machine),
    ),
  )
}

function extent({ version: { box, times } }: Collection): string {
  const place =
    box &&
    element(
      'gmd:geographicElement',
      element(
        'gmd:EX_GeographicBoundingBox',
        decimal('westBoundLongitude', box.minX),
        decimal('eastBoundLongitude', box.maxX),
        decimal('southBoundLatitude', box.minY),
        decimal('northBoundLatitude', box.maxY),
      ),
    )
  const [begins, ends] = (times ?? []).map((time) => new Date(time).toISOString())
  const time =
    begins &&
    ends &&
    element(
      'gmd:temporalElement',
      element(
        'gmd:EX_TemporalExtent',
        element(
          'gmd:extent',
          '<gml:TimePeriod gml:id="time">',
          element('gml:beginPosition', begins),
          element('gml:endPosition', ends),
          '</gml:TimePeriod>',
        ),
      ),
    )
  return place || time ? element('gmd:extent', element('gmd:EX_Extent', place ?? '', time ?? '')) : ''
}

function distribution(address: string): string {
  const way = (href: string, protocol: string, name: string) =>
    element(
      'gmd:onLine',
      element('gmd:CI_OnlineResource', url(href), words('protocol', protocol), words('name', name)),
    )
  return element(
    'gmd:MD_Distribution',
    element(
      'gmd:distributionFormat',
      element('gmd:MD_Format', words('name', 'GeoJSON'), words('version', 'RFC 7946')),
    ),
    element(
      'gmd:transferOptions',
      element(
        'gmd:MD_DigitalTransferOptions',
        way(`${address}/items`, 'OGC API - Features', 'Objekte'),
        way(`${address}/tiles`, 'OGC API - Tiles', 'Vektorkacheln'),
        way(address, 'WWW:LINK-1.0-http--link', 'Beschreibung'),
      ),
    ),
  )
}

const quality = (collection: Collection) =>
  element(
    'gmd:DQ_DataQuality',
    element('gmd:scope', element('gmd:DQ_Scope', code('level', 'MD_ScopeCode', 'dataset'))),
    element('gmd:lineage', element('gmd:LI_Lineage', words('statement', lineage(collection)))),
  )

const lineage = ({ sourceUri, changed, version }: Collection) =>
  `Quelle: ${sourceUri}. Fassung ${version.number}, geliefert in ${version.storage.name}.${changed ? ' Die Daten wurden verändert.' : ''}`
