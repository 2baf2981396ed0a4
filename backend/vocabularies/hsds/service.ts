import type { ModuleCode, Service, Source, Unit } from '@amtsweg/contract'
import { summaryOf } from '@amtsweg/messages/government-service.ts'
import { wordsOf } from '../../services/index.ts'
import { joinedUuid, uuidOf } from './ids.ts'
import { basicLocation, locationOf } from './location.ts'
import { publisherOrganization } from './organization.ts'
import { costsOf, documentsOf, filled, languagesOf } from './parts.ts'
import { leikaTerm, situationTerm } from './taxonomy.ts'

/** What a service is told with. */
export interface Telling {
  readonly origin: string
  /** ISO date. */
  readonly day: string
  readonly sources: readonly Source[]
}

const timestamp = (date: string | undefined) =>
  date && (date.length === 10 ? `${date}T00:00:00.000Z` : new Date(date).toISOString())

const moduleWords = ({ modules }: Service, code: ModuleCode): string | undefined =>
  modules
    .filter((module) => module.code === code)
    .map(({ content }) => wordsOf(content))
    .join('\n') || undefined

const sourceOf = ({ sources: [id] }: Service, { sources }: Telling) => sources.find((one) => one.id === id)

/** When a service was last changed, as a list says it. */
export const lastModified = (service: Service, telling: Telling): string | undefined =>
  timestamp(service.updatedAt ?? sourceOf(service, telling)?.asOf)

/** A service, without what hangs on it. */
export function basicService(service: Service, telling: Telling) {
  const { id, title, officialTitle, onlineServices, validFrom, validTo } = service
  const { day, origin } = telling
  const fees = service.fees.flatMap(({ text }) => text ?? []).join('; ')
  const isActive = (validFrom ?? day) <= day && (validTo ?? day) >= day
  return filled({
    id: uuidOf('service', id),
    name: title,
    alternate_name: officialTitle,
    description: moduleWords(service, '05') ?? summaryOf(service),
    url: onlineServices.find(({ url, invented }) => url && !invented)?.url ?? `${origin}/services/${id}`,
    status: isActive ? 'active' : 'inactive',
    application_process: moduleWords(service, '11'),
    fees_description: fees,
    eligibility_description: moduleWords(service, '09'),
    last_modified: lastModified(service, telling),
  })
}

/** The lists a service is in, as attributes. */
function attributesOf({ id, title, leistungsschluessel, furtherKeys, lifeSituations }: Service) {
  const keys = [leistungsschluessel, ...furtherKeys].flatMap((key) => key ?? [])
  const terms = [
    ...keys.map((key) => ['leistungsschluessel', key, leikaTerm(key, title)] as const),
    ...lifeSituations.map((one) => ['life_situation', one.name, situationTerm(one)] as const),
  ]
  return terms.map(([link_type, value, taxonomy_term]) => ({
    id: uuidOf('attribute', id, taxonomy_term.id),
    link_type,
    link_entity: 'service',
    value,
    taxonomy_term,
  }))
}

/** Who publishes the description; every service has an organisation. */
export const organizationOf = (service: Service, telling: Telling) => {
  const source = sourceOf(service, telling)
  return source && publisherOrganization(source)
}

/** A service with all that hangs on it; `units` are those at whose locations it is nested. */
export function fullService(service: Service, telling: Telling, units: readonly Unit[]) {
  const { id, regionKey } = service
  return {
    ...basicService(service, telling),
    phones: [],
    schedules: [],
    service_areas: [
      filled({
        id: uuidOf('service-area', id),
        name: regionKey ? `ARS ${regionKey}` : 'Deutschland',
        extent: regionKey,
        extent_type: regionKey && 'other',
        uri: regionKey ? undefined : 'http://publications.europa.eu/resource/authority/country/DEU',
      }),
    ],
    service_at_locations: units.map((unit) => ({
      id: joinedUuid(uuidOf('service', id), uuidOf('unit', unit.id)),
      location: locationOf(unit),
    })),
    languages: languagesOf(id, service.languages),
    organization: organizationOf(service, telling),
    funding: [],
    cost_options: costsOf(id, service.fees),
    required_documents: documentsOf(id, service.documents),
    contacts: [],
    attributes: attributesOf(service),
    metadata: [],
  }
}

/** A service where one unit delivers it, with the other side nested as far as `full` says. */
export function serviceAtLocation(service: Service, unit: Unit, telling: Telling, full: boolean) {
  const { service_at_locations: _, ...nested } = fullService(service, telling, [])
  const location = locationOf(unit)
  return {
    id: joinedUuid(uuidOf('service', service.id), uuidOf('unit', unit.id)),
    description: `${service.title}: ${unit.name}`,
    ...(full ? { contacts: location.contacts, phones: location.phones, schedules: location.schedules } : {}),
    location: full ? location : basicLocation(unit),
    service: full ? nested : { ...basicService(service, telling), organization: nested.organization },
  }
}
