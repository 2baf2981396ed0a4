import type { Fee, Service, ServiceLink, Unit } from '@amtsweg/contract'
import { summaryOf } from '@amtsweg/messages/government-service.ts'
import { isoDuration } from '@amtsweg/messages/iso-duration.ts'
import {
  areaNode,
  audienceNode,
  conceptNode,
  currencyNode,
  languageNode,
  statusNode,
  to,
} from './cpsv-concepts.ts'
import { organisationNodes, unitIri } from './cpsv-organisation.ts'
import { iri, type Node, plain, type Value, words } from './rdf.ts'

/** A service in every language it exists in, German first, and who answers for it. */
export interface DescribedService {
  readonly versions: readonly Service[]
  readonly authorities: readonly Unit[]
  /** The area asked for; else the service's own. */
  readonly area?: { readonly regionKey: string; readonly name: string } | undefined
}

interface Setting {
  readonly origin: string
  /** ISO date. */
  readonly day: string
}

/** Services by CPSV-AP 3.2 with all that hangs on them, each authority once. Made-up online services are left out. */
export function publicServiceNodes(
  described: readonly DescribedService[],
  setting: Setting,
): readonly Node[] {
  const units = described.flatMap(({ authorities }) => authorities)
  return [
    ...described.flatMap((one) => serviceNodes(one, setting)),
    ...[...new Map(units.map((unit) => [unit.id, unit])).values()].flatMap((unit) =>
      organisationNodes(unit, setting.origin),
    ),
  ]
}

function serviceNodes(
  { versions, authorities, area }: DescribedService,
  { origin, day }: Setting,
): readonly Node[] {
  const [main] = versions
  if (!main) return []
  const own = `${origin}/services/${main.id}`
  const spoken = versions.flatMap((version) => languageNode(version.lang) ?? [])
  const spatial = areaNode(area?.regionKey ?? main.regionKey, area?.name)
  const isInForce = (main.validFrom ?? day) <= day && (main.validTo ?? day) >= day
  const status = statusNode(isInForce)
  const audience = main.audience.map((one) => audienceNode(one, origin))
  const classes = (main.classifications ?? []).map(({ scheme, code, name, uri }) =>
    conceptNode(
      scheme === 'leika' ? (uri ?? `urn:${code}`) : `${origin}/services#${scheme}-${code}`,
      code,
      name,
    ),
  )
  const channels = channelNodes(main, own)
  const costs = main.fees.flatMap((fee, index) => costNodes(fee, `${own}#cost-${index + 1}`, main.lang))
  const inputs = main.documents.map(({ name, hint }, index): Node => ({
    iri: `${own}#evidence-${index + 1}`,
    types: ['cv:Evidence'],
    says: [
      ['dct:identifier', [plain(`${main.id}-evidence-${index + 1}`)]],
      ['dct:title', [words(name, main.lang)]],
      ['dct:description', hint ? [words(hint, main.lang)] : []],
    ],
  }))
  const laws = main.legalBasis.map((law, index) => lawNodes(law, own, index + 1, main))
  const events = main.lifeSituations.map(({ id, name }): Node => ({
    iri: `${origin}/api/v1/life-situations#${id}`,
    types: ['cv:Event', main.audience.includes('citizen') ? 'cv:LifeEvent' : 'cv:BusinessEvent'],
    says: [
      ['dct:identifier', [plain(id)]],
      ['dct:title', [words(name, main.lang)]],
    ],
  }))
  const only = authorities.length === 1 ? authorities[0] : undefined
  const service: Node = {
    iri: own,
    types: ['cpsv:PublicService'],
    says: [
      ['dct:identifier', [plain(identifierOf(main))]],
      ['dct:title', versions.map((version) => words(version.title, version.lang))],
      ['dct:description', descriptions(versions)],
      ['dct:language', spoken.map(to)],
      ['dcat:keyword', versions.flatMap(({ keywords, lang }) => keywords.map((one) => words(one, lang)))],
      ['dct:spatial', [to(spatial)]],
      ['dct:audience', audience.map(to)],
      ['adms:status', [to(status)]],
      ['cv:isClassifiedBy', classes.map(to)],
      ['cv:hasCompetentAuthority', authorities.map(({ id }) => iri(unitIri(origin, id)))],
      [
        'cv:contactPoint',
        only && only.contacts.length > 0 ? [iri(`${unitIri(origin, only.id)}#contact`)] : [],
      ],
      ['cv:hasChannel', channels.filter(({ types }) => types.includes('cv:Channel')).map(to)],
      ['cv:hasCost', costs.filter(({ types }) => types.includes('cv:Cost')).map(to)],
      ['cpsv:hasInput', inputs.map(to)],
      ['cv:hasLegalResource', laws.map(([resource]) => to(resource))],
      ['cpsv:follows', laws.map(([, rule]) => to(rule))],
      ['cv:isGroupedBy', events.map(to)],
      [
        'cv:processingTime',
        main.processingTime ? [plain(isoDuration(main.processingTime), 'xsd:duration')] : [],
      ],
      ['dct:modified', main.updatedAt ? [plain(main.updatedAt.slice(0, 10), 'xsd:date')] : []],
      ['foaf:page', [iri(own)]],
    ],
  }
  return [
    service,
    ...spoken,
    spatial,
    status,
    ...audience,
    ...classes,
    ...channels,
    ...costs,
    ...inputs,
    ...laws.flat(),
    ...events,
  ]
}

/** Agency, scheme and value: never a bare value, which two agencies may give twice. */
const identifierOf = ({ identifier: { schemeAgencyId, schemeId, value } }: Service): string =>
  `${schemeAgencyId}:${schemeId}:${value}`

/** In each language what introduces the service in it; what exists only in German is told once. */
const descriptions = (versions: readonly Service[]): readonly Value[] =>
  versions.flatMap((version) => {
    const own = { modules: version.modules.filter((module) => module.lang === version.lang) }
    const summary = summaryOf(own)
    return summary ? [words(summary, version.lang)] : []
  })

function channelNodes({ id, lang, onlineServices, processingTime }: Service, own: string): readonly Node[] {
  return onlineServices.flatMap(({ title, url, invented }, index): Node[] => {
    if (!url || invented) return []
    return [
      {
        iri: `${own}#channel-${index + 1}`,
        types: ['cv:Channel'],
        says: [
          ['dct:identifier', [plain(`${id}-channel-${index + 1}`)]],
          ['dct:description', [words(title, lang)]],
          ['cv:processingTime', processingTime ? [plain(isoDuration(processingTime), 'xsd:duration')] : []],
          ['foaf:page', [iri(url)]],
        ],
      },
      { iri: url, types: ['foaf:Document'], says: [] },
    ]
  })
}

/** A cost has one value: of a range the lower end, with the range in words. */
function costNodes(fee: Fee, address: string, lang: string): readonly Node[] {
  const { amountCents, lowerCents, upperCents, currency, text } = fee
  const cents = amountCents ?? lowerCents
  const unit = currencyNode(currency)
  const range = [lowerCents, upperCents].map((one) => (one === undefined ? '' : (one / 100).toFixed(2)))
  const told = [text, range.some(Boolean) ? `${range.join('–')} ${currency}` : undefined]
    .filter(Boolean)
    .join(' · ')
  return [
    {
      iri: address,
      types: ['cv:Cost'],
      says: [
        ['dct:identifier', [plain(address.slice(address.lastIndexOf('/') + 1))]],
        ['cv:hasValue', cents === undefined ? [] : [plain((cents / 100).toFixed(2), 'xsd:double')]],
        ['cv:currency', cents === undefined ? [] : [to(unit)]],
        ['dct:description', told ? [words(told, lang)] : []],
      ],
    },
    ...(cents === undefined ? [] : [unit]),
  ]
}

/** A law, and the rule that the service follows because of it. */
function lawNodes(
  law: ServiceLink,
  own: string,
  number: number,
  { id, lang }: Service,
): readonly [Node, Node] {
  const resource: Node = {
    iri: law.url ?? `${own}#law-${number}`,
    types: ['eli:LegalResource'],
    says: [['dct:title', [words(law.title, lang)]]],
  }
  const rule: Node = {
    iri: `${own}#rule-${number}`,
    types: ['cpsv:Rule'],
    says: [
      ['dct:identifier', [plain(`${id}-rule-${number}`)]],
      ['dct:title', [words(law.title, lang)]],
      ['dct:description', [words(law.title, lang)]],
      ['cpsv:implements', [to(resource)]],
    ],
  }
  return [resource, rule]
}
