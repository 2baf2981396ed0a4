import { beforeAll, describe, expect, test } from 'vitest'
import type { Responsibility } from '@amtsweg/contract'
import { openPages, publicUrl } from '../pages/testing.ts'
import { findResponsibility } from '../responsibility/index.ts'
import { findService } from '../services/index.ts'
import { governmentServiceOf } from './schema-org.ts'

let pages: Awaited<ReturnType<typeof openPages>>
beforeAll(async () => {
  pages = await openPages()
}, 60_000)

const ask = async (path: string) => {
  const { status, headers, text } = await pages.read(`/api/v1/services/${path}`)
  return { status, headers, body: JSON.parse(text) as Record<string, unknown> }
}

describe('a service as schema.org/GovernmentService', () => {
  test('is linked data about its page', async () => {
    const { status, headers, body } = await ask('mv-personalausweis/json-ld')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/ld+json; charset=utf-8')
    expect(body).toMatchObject({
      '@type': 'GovernmentService',
      name: 'Personalausweis beantragen',
      url: `${publicUrl}/services/mv-personalausweis`,
    })
    expect(body).not.toHaveProperty('provider')
  })

  test('speaks English where asked, and leads to the English page', async () => {
    const { headers, body } = await ask('99008001012000/json-ld?lang=en')
    expect(headers.get('content-language')).toBe('en')
    expect(body).toMatchObject({
      name: 'Apply for an identity card',
      inLanguage: 'en',
      url: `${publicUrl}/services/mv-personalausweis?lang=en`,
    })
  })

  test('names who provides it in an area, with address and opening hours', async () => {
    const { body } = await ask('mv-personalausweis/json-ld?area=13074087')
    expect(body).toMatchObject({
      areaServed: { '@type': 'AdministrativeArea', name: 'Wismar', identifier: { value: '130740087087' } },
      provider: {
        '@type': 'GovernmentOrganization',
        name: 'Bürgerbüro Wismar',
        address: [{ '@type': 'PostalAddress', postalCode: '23966', addressCountry: 'DE' }],
        parentOrganization: { '@type': 'GovernmentOrganization' },
      },
    })
    expect(
      (body['provider'] as { openingHoursSpecification: unknown[] }).openingHoursSpecification[0],
    ).toEqual({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: 'https://schema.org/Monday',
      opens: '08:00',
      closes: '12:00',
    })
  })

  test('names nobody where the area does not decide, or nothing is recorded', async () => {
    const { body } = await ask('mv-personalausweis/json-ld?area=13074')
    expect(body).not.toHaveProperty('provider')
    const service = await findService(pages.db, 'mv-personalausweis', { lang: 'de' })
    const unrecorded: Responsibility = {
      status: 'unrecorded',
      service: { id: 'mv-personalausweis', title: '' },
      fallback: {},
    }
    expect(service && governmentServiceOf(service, publicUrl, unrecorded)).not.toHaveProperty('provider')
  })

  test('names all where several answer', async () => {
    const now = new Date('2026-11-24T09:00:00Z')
    const where = { by: 'area', area: '130740087087' } as const
    const answer = await findResponsibility(pages.db, 'mv-personalausweis', where, { lang: 'de', now })
    const service = await findService(pages.db, 'mv-personalausweis', { lang: 'de' })
    if (!service || !('status' in answer) || answer.status !== 'resolved') throw new Error('not resolved')
    const both = { ...answer, units: [...answer.units, ...answer.units] }
    expect((governmentServiceOf(service, publicUrl, both) as { provider: unknown }).provider).toHaveLength(2)
  })

  test.each([
    ['gibt-es-nicht/json-ld', 404, 'service-unknown'],
    ['mv-personalausweis/json-ld?area=99999', 404, 'area-unknown'],
    ['mv-personalausweis/json-ld?area=x', 400, 'invalid-query'],
    ['%24/json-ld', 400, 'invalid-path'],
  ])('%s is a problem', async (path, status, code) => {
    expect(await ask(path)).toMatchObject({ status, body: { code } })
  })
})
