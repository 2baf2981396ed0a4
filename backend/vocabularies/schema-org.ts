import type { Address, OpeningSpan, Responsibility, Service, Unit } from '@amtsweg/contract'
import { governmentService, region } from '@amtsweg/messages/government-service.ts'

/** The service as schema.org/GovernmentService, with who provides it where that is known. */
export function governmentServiceOf(service: Service, url: string, answer?: Responsibility): object {
  const told = governmentService(service, url)
  if (answer?.status !== 'resolved' || answer.units.length === 0) return told
  const providers = answer.units.map(({ unit }) => governmentOrganization(unit))
  return {
    ...told,
    ...(answer.area ? { areaServed: region(answer.area.regionKey, answer.area.name) } : {}),
    provider: providers.length === 1 ? providers[0] : providers,
  }
}

/** An office as schema.org/GovernmentOrganization. */
function governmentOrganization(unit: Unit): object {
  const { name, description, addresses, contacts, hours, parent, regionKey, regionName } = unit
  const first = (kind: Unit['contacts'][number]['kind']) => contacts.find((one) => one.kind === kind)?.value
  return {
    '@type': 'GovernmentOrganization',
    name,
    ...stated('description', description),
    ...(addresses.length > 0 ? { address: addresses.map(postalAddress) } : {}),
    ...stated('telephone', first('phone')),
    ...stated('faxNumber', first('fax')),
    ...stated('email', first('email')),
    ...stated('url', first('website')),
    ...(regionKey ? { areaServed: region(regionKey, regionName) } : {}),
    ...(parent ? { parentOrganization: { '@type': 'GovernmentOrganization', name: parent.name } } : {}),
    ...(hours && hours.spans.length > 0 ? { openingHoursSpecification: hours.spans.map(openingHours) } : {}),
  }
}

const stated = (key: string, value: string | undefined) => (value ? { [key]: value } : {})

const postalAddress = ({ kind, street, houseNumber, postcode, city }: Address) => ({
  '@type': 'PostalAddress',
  ...stated(
    kind === 'pobox' ? 'postOfficeBoxNumber' : 'streetAddress',
    [street, houseNumber].filter(Boolean).join(' '),
  ),
  ...stated('postalCode', postcode),
  ...stated('addressLocality', city),
  addressCountry: 'DE',
})

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const openingHours = ({ weekday, opens, closes }: OpeningSpan) => ({
  '@type': 'OpeningHoursSpecification',
  dayOfWeek: `https://schema.org/${weekdays[weekday - 1]}`,
  opens,
  closes: closes === '24:00' ? '23:59' : closes,
})
