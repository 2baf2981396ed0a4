import type { Fee, RichText, Service } from '@amtsweg/contract'
import { isoDuration } from './iso-duration.ts'

const plain = (text: RichText): string =>
  text
    .map((node) => (typeof node === 'string' ? node : plain(node.children ?? [])))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()

const euros = (cents: number) => (cents / 100).toFixed(2)

/** A fee as schema.org/Offer: a price, a range, or only what its text says. */
function offer({ amountCents, lowerCents, upperCents, currency, text }: Fee): object {
  const isRange = lowerCents !== undefined || upperCents !== undefined
  return {
    '@type': 'Offer',
    ...(amountCents !== undefined && { price: euros(amountCents), priceCurrency: currency }),
    ...(isRange && {
      priceSpecification: {
        '@type': 'PriceSpecification',
        ...(lowerCents !== undefined && { minPrice: euros(lowerCents) }),
        ...(upperCents !== undefined && { maxPrice: euros(upperCents) }),
        priceCurrency: currency,
      },
    }),
    ...(text && { description: text }),
  }
}

/** What introduces a service in one paragraph; undefined where it has no text. */
export function summaryOf({ modules }: Pick<Service, 'modules'>): string | undefined {
  const [first] = ['24', '05', '06'].flatMap((code) => modules.find((one) => one.code === code) ?? [])
  return (first && plain(first.content)) || undefined
}

/**
 * A service in the words of schema.org/GovernmentService, as search engines read them; `url` is the page that shows it.
 * Known to the widgets and to the server's own pages, so that both say the same. Online services that are made up or cannot be reached are left out.
 */
export function governmentService(service: Service, url: string): Readonly<Record<string, unknown>> {
  const { title, officialTitle, lang, languages, leistungsschluessel, audience, fees, legalBasis } = service
  const { onlineServices, processingTime, regionKey } = service
  const description = summaryOf(service)
  const online = onlineServices.flatMap((link) =>
    link.url && !link.invented && !link.unreachableOn ? [link] : [],
  )
  const terms = legalBasis.map((law) => law.url ?? law.title)
  const channel = {
    '@type': 'ServiceChannel',
    availableLanguage: languages,
    ...(processingTime && { processingTime: isoDuration(processingTime) }),
  }
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    name: title,
    ...(officialTitle && { alternateName: officialTitle }),
    ...(description && { description }),
    ...(leistungsschluessel && {
      identifier: {
        '@type': 'PropertyValue',
        propertyID: 'Leistungsschlüssel',
        value: leistungsschluessel,
        url: `urn:de:fim:leika:leistung:${leistungsschluessel}`,
      },
    }),
    areaServed: regionKey ? region(regionKey) : { '@type': 'Country', name: 'Deutschland', identifier: 'DE' },
    audience: audience.map((audienceType) => ({ '@type': 'Audience', audienceType })),
    availableChannel: [
      { ...channel, serviceUrl: url },
      ...online.map((link) => ({ ...channel, name: link.title, serviceUrl: link.url })),
    ],
    ...(fees.length && { offers: fees.map(offer) }),
    ...(terms.length && { termsOfService: terms }),
    inLanguage: lang,
    url,
  }
}

/** An area by its Regionalschluessel; the name where it is known. */
export const region = (regionKey: string, name?: string): object => ({
  '@type': 'AdministrativeArea',
  ...(name && { name }),
  identifier: { '@type': 'PropertyValue', propertyID: 'ARS', value: regionKey },
})
