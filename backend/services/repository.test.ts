import { expect, test } from 'vitest'
import { Service } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { openPlaces } from '../places/testing.ts'
import { findService, serviceRef } from './repository.ts'
import { importLifeSituations, importServices, importSupplements, service, text } from './testing.ts'

const key = '99008001012000'
const altKrenzlin = '130765659001'
const german = { lang: 'de' }
const link = (title: string, more = {}) => ({ title, url: 'https://example.de/', ...more })

const identityCard = service('ausweis', {
  leistungsschluessel: key,
  furtherKeys: ['99008001012001', 'not a key'],
  typisierung: '2',
  regionKey: '13',
  audience: ['citizen', 'business'],
  titles: { de: 'Personalausweis', en: 'Identity card' },
  officialTitle: { de: 'Personalausweis Ausstellung' },
  modules: [
    text('24', 'Kurz', 'de'),
    text('24', 'Brief', 'en'),
    text('06', '<p>Lang</p><script>x</script>'),
    text('15', 'Mehr', 'fr'),
    text('16', '<p> </p>'),
  ],
  keywords: { de: ['Perso', 'Ausweis', 'perso '], en: ['ID card'] },
  lifeSituations: ['papers', 'unheard-of'],
  documents: [{ name: 'Altes Dokument', required: true }],
  fees: [
    { kind: 'fixed', amountCents: 4600, currency: 'EUR', advancePayment: false },
    { kind: 'text', text: 'frei', currency: 'EUR', advancePayment: false, regionKey: '130765659' },
  ],
  deadlines: [{ kind: 'duration', value: 2, unit: 'WOCHE' }],
  processingTime: { value: 3, upper: 4, unit: 'WOCHE', text: { de: 'meist', en: 'mostly' } },
  legalBasis: [link('PAuswG')],
  forms: [link('Vollmacht'), link('Böse', { url: 'javascript:alert(1)' })],
  onlineServices: [link('Überall', { regionKey: '13' }), link('In Rostock', { regionKey: '13003' })],
  validFrom: '2026-01-01',
  updatedAt: '2026-11-01T00:00:00Z',
})

async function withIdentityCard() {
  const { db } = await openPlaces()
  await importLifeSituations(db, [{ id: 'papers', names: { de: 'Ausweise', en: 'Papers' } }])
  await importServices(db, [identityCard])
  return db
}
const read = async (db: Db, view: { area?: string; lang: string }) => {
  const found = await findService(db, 'ausweis', view)
  if (!found) throw new Error('The service is missing')
  return found
}

test('a service page has everything that holds where it is read', async () => {
  const page = await read(await withIdentityCard(), { ...german, area: altKrenzlin })
  expect(Service.parse(page)).toEqual(page)
  expect(page).toMatchObject({
    identifier: { schemeAgencyId: 'test', schemeId: 'leistung', value: 'ausweis' },
    leistungsschluessel: key,
    furtherKeys: ['99008001012001'],
    typisierung: '2',
    regionKey: '13',
    title: 'Personalausweis',
    officialTitle: 'Personalausweis Ausstellung',
    languages: ['de', 'en', 'fr'],
    audience: ['citizen', 'business'],
    documents: [{ name: 'Altes Dokument', required: true }],
    fees: [{ amountCents: 4600 }, { text: 'frei', regionKey: '130765659' }],
    deadlines: [{ value: 2, unit: 'WOCHE' }],
    processingTime: { value: 3, upper: 4, unit: 'WOCHE', text: 'meist' },
    legalBasis: [{ title: 'PAuswG', url: 'https://example.de/', invented: false }],
    keywords: ['Ausweis', 'Perso'],
    lifeSituations: [{ id: 'papers', name: 'Ausweise' }],
    validFrom: '2026-01-01',
    sources: ['test'],
  })
})

test('texts are safe, empty ones are gone, each tells its language', async () => {
  const page = await read(await withIdentityCard(), german)
  expect(page.modules).toEqual([
    { code: '24', lang: 'de', content: [{ tag: 'p', children: ['Kurz'] }], supplements: [] },
    { code: '06', lang: 'de', content: [{ tag: 'p', children: ['Lang'] }], supplements: [] },
  ])
  expect(page.forms).toEqual([
    { title: 'Vollmacht', url: 'https://example.de/', invented: false },
    { title: 'Böse', invented: false },
  ])
})

test('another language is used as far as it goes', async () => {
  const page = await read(await withIdentityCard(), { lang: 'en' })
  expect(page).toMatchObject({
    lang: 'en',
    title: 'Identity card',
    officialTitle: 'Personalausweis Ausstellung',
    processingTime: { text: 'mostly' },
    keywords: ['ID card'],
    lifeSituations: [{ name: 'Papers' }],
    documents: [{ name: 'Altes Dokument' }],
  })
  expect(page.modules.map(({ code, lang }) => [code, lang])).toEqual([
    ['24', 'en'],
    ['06', 'de'],
  ])
})

test('without a place only what holds everywhere the service does is shown', async () => {
  const db = await withIdentityCard()
  const nowhere = await read(db, german)
  const rostock = await read(db, { ...german, area: '130030000000' })
  expect(nowhere.fees).toHaveLength(1)
  expect(nowhere.onlineServices.map(({ title }) => title)).toEqual(['Überall'])
  expect(rostock.onlineServices.map(({ title }) => title)).toEqual(['Überall', 'In Rostock'])
})

test('supplements hold in their region, the larger first, and need no text above them', async () => {
  const db = await withIdentityCard()
  const local = (id: string, regionKey: string, code: string, html: string) => ({
    ...{ id, service: 'ausweis', regionKey, lang: 'de', code, html },
  })
  await importSupplements(db, [
    local('a', '130765659001', '06', 'Im Dorf'),
    local('b', '13076', '06', 'Im Kreis'),
    local('c', '130765659', '11', 'Im Amt'),
    local('d', '13003', '06', 'In Rostock'),
  ])
  const { modules } = await read(db, { ...german, area: altKrenzlin })
  const words = modules.map(({ code, supplements }) => [code, ...supplements.map(({ areaName }) => areaName)])
  expect(words).toEqual([
    ['24'],
    ['06', 'Ludwigslust-Parchim', 'Alt Krenzlin'],
    ['11', 'Amt Ludwigslust-Land'],
  ])
  expect((await read(db, german)).modules.flatMap((one) => one.supplements)).toEqual([])
})

test('a Leistungsschluessel leads to the most local description, by its own and by further keys', async () => {
  const db = await withIdentityCard()
  await importServices(db, [service('catalogue', { leistungsschluessel: key })], 'federal')
  await importServices(db, [service('rostock', { leistungsschluessel: key, regionKey: '13003' })], 'rostock')
  const asked = async (of: string, area?: string) => (await findService(db, of, { ...german, area }))?.id
  expect(await asked(key, '130030000000')).toBe('rostock')
  expect(await asked(key, altKrenzlin)).toBe('ausweis')
  expect(await asked(key, '110000000000')).toBe('catalogue')
  expect(await asked('99008001012001', altKrenzlin)).toBe('ausweis')
  expect(await asked('99008001012001', '110000000000')).toBeUndefined()
  expect(await asked('catalogue', '130030000000')).toBe('catalogue')
  expect(await asked('99999999999999')).toBeUndefined()
})

test('who looks for the responsible office learns id, title and all keys', async () => {
  const db = await withIdentityCard()
  expect(await serviceRef(db, key, { lang: 'en', area: altKrenzlin })).toEqual({
    id: 'ausweis',
    title: 'Identity card',
    lang: 'en',
    serviceKeys: ['ausweis', `leika:${key}`, 'leika:99008001012001'],
  })
  expect(await serviceRef(db, 'nothing', german)).toBeUndefined()
})

test('a service that is not public is not shown', async () => {
  const { db } = await openTestDatabase()
  await importServices(db, [service('hidden', { leistungsschluessel: key })])
  await db.updateTable('service').set({ public: 0 }).execute()
  expect(await findService(db, 'hidden', german)).toBeUndefined()
  expect(await findService(db, key, german)).toBeUndefined()
})
