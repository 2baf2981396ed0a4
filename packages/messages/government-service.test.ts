import { describe, expect, test } from 'vitest'
import type { Service } from '@amtsweg/contract'
import { governmentService, region, summaryOf } from './government-service.ts'

const url = 'https://stadt.example/services/hund'
const bare: Service = {
  id: 'hund',
  identifier: { schemeAgencyId: 'test', schemeId: 'leistung', value: 'hund' },
  furtherKeys: [],
  title: 'Hund anmelden',
  lang: 'de',
  languages: ['de', 'en'],
  audience: ['citizen'],
  modules: [],
  documents: [],
  fees: [],
  deadlines: [],
  legalBasis: [],
  forms: [],
  onlineServices: [],
  keywords: [],
  lifeSituations: [],
  provenance: { layer: 'land', author: 'Test', source: 'test' },
  sources: ['test'],
}
const fee = { kind: 'fixed', currency: 'EUR', advancePayment: false } as const
const told = (more: Partial<Service>) => governmentService({ ...bare, ...more }, url)

describe('a service in the words of schema.org', () => {
  test('is named, identified by its Leistungsschluessel, and leads to its page', () => {
    expect(told({ leistungsschluessel: '99102013002000', officialTitle: 'Hundesteuer' })).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'GovernmentService',
      name: 'Hund anmelden',
      alternateName: 'Hundesteuer',
      identifier: {
        '@type': 'PropertyValue',
        value: '99102013002000',
        url: 'urn:de:fim:leika:leistung:99102013002000',
      },
      audience: [{ '@type': 'Audience', audienceType: 'citizen' }],
      inLanguage: 'de',
      url,
    })
  })

  test('holds in an area, or in the whole country', () => {
    expect(told({ regionKey: '13' })['areaServed']).toEqual(region('13'))
    expect(told({})['areaServed']).toMatchObject({ '@type': 'Country', identifier: 'DE' })
    expect(region('13', 'Mecklenburg-Vorpommern')).toMatchObject({
      '@type': 'AdministrativeArea',
      name: 'Mecklenburg-Vorpommern',
    })
  })

  test('offers what it costs: an amount, nothing, a range, or what is said about it', () => {
    const fees = [
      { ...fee, amountCents: 4650 },
      { ...fee, amountCents: 0, text: 'für Kinder' },
      { ...fee, kind: 'variable' as const, lowerCents: 1000, upperCents: 2000 },
      { ...fee, kind: 'text' as const, text: 'nach Satzung' },
    ]
    expect(told({ fees })['offers']).toEqual([
      { '@type': 'Offer', price: '46.50', priceCurrency: 'EUR' },
      { '@type': 'Offer', price: '0.00', priceCurrency: 'EUR', description: 'für Kinder' },
      {
        '@type': 'Offer',
        priceSpecification: {
          '@type': 'PriceSpecification',
          minPrice: '10.00',
          maxPrice: '20.00',
          priceCurrency: 'EUR',
        },
      },
      { '@type': 'Offer', description: 'nach Satzung' },
    ])
    expect(told({})).not.toHaveProperty('offers')
  })

  test('can be had on its page and online, and never where the address is made up', () => {
    const onlineServices = [
      { title: 'Online-Dienst', url: 'https://online.example/hund', invented: false },
      { title: 'Beispiel', url: 'https://erfunden.example/', invented: true },
      { title: 'ohne Adresse', invented: false },
      { title: 'tot', url: 'https://tot.example/', invented: false, unreachableOn: '2026-11-20' },
    ]
    const processingTime = { value: 2, unit: 'WOCHE' as const }
    expect(told({ onlineServices, processingTime })['availableChannel']).toEqual([
      {
        '@type': 'ServiceChannel',
        availableLanguage: ['de', 'en'],
        processingTime: 'P14D',
        serviceUrl: url,
      },
      {
        '@type': 'ServiceChannel',
        availableLanguage: ['de', 'en'],
        processingTime: 'P14D',
        name: 'Online-Dienst',
        serviceUrl: 'https://online.example/hund',
      },
    ])
  })

  test('rests on laws, by address where there is one', () => {
    const legalBasis = [
      { title: 'KAG M-V', url: 'https://recht.example/kag', invented: false },
      { title: 'Hundesteuersatzung', invented: false },
    ]
    expect(told({ legalBasis })['termsOfService']).toEqual([
      'https://recht.example/kag',
      'Hundesteuersatzung',
    ])
  })
})

describe('the summary', () => {
  const module = (code: '24' | '05' | '06', words: string) => ({
    code,
    lang: 'de',
    content: [{ tag: 'p' as const, children: [words, { tag: 'strong' as const, children: ['jetzt'] }] }],
    supplements: [],
  })

  test('is the teaser, else the short text, else the full one, in one line', () => {
    expect(summaryOf({ modules: [module('05', 'Kurz'), module('24', 'Ein Hund zieht ein?')] })).toBe(
      'Ein Hund zieht ein? jetzt',
    )
    expect(summaryOf({ modules: [module('06', 'Voll')] })).toBe('Voll jetzt')
  })

  test('is not there where nobody wrote one', () => expect(summaryOf({ modules: [] })).toBe(undefined))
})
