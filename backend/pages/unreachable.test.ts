import { expect, test } from 'vitest'
import type { RichNode, Service, Unit } from '@amtsweg/contract'
import { openTestDatabase } from '../database/testing.ts'
import { findService } from '../services/index.ts'
import { importServices, importSupplements, service, text } from '../services/testing.ts'
import { serviceMarkdown } from './service-markdown.ts'
import { servicePageBody } from './service-page.ts'
import { tellUnreachable } from './unreachable.ts'

const words = 'Diese Seite war zuletzt am 20.11.2026 nicht erreichbar'
const address = 'https://tot.amt.de/'

/** Every link of the service leads nowhere. */
async function deadService(): Promise<Service> {
  const { db } = await openTestDatabase()
  await importServices(db, [
    service('pass', {
      modules: [text('06', `<ul><li>Siehe <a href="${address}">dort</a>, bitte.</li></ul>`)],
      forms: [{ title: 'Formular', url: address }],
      onlineServices: [{ title: 'Dienst', url: address }],
    }),
  ])
  await importSupplements(db, [
    {
      id: 's',
      service: 'pass',
      regionKey: '13',
      lang: 'de',
      code: '06',
      html: `<a href="${address}">hier</a>`,
    },
  ])
  const found = (await findService(db, 'pass', { lang: 'de', area: '13' }))!
  const dead = (node: RichNode): RichNode =>
    typeof node === 'string'
      ? node
      : {
          ...node,
          ...(node.tag === 'a' ? { unreachableOn: '2026-11-20' } : {}),
          ...(node.children ? { children: node.children.map(dead) } : {}),
        }
  const mark = <Link extends object>(link: Link) => ({ ...link, unreachableOn: '2026-11-20' })
  return {
    ...found,
    modules: found.modules.map((module) => ({
      ...module,
      content: module.content.map(dead),
      supplements: module.supplements.map((one) => ({ ...one, content: one.content.map(dead) })),
    })),
    forms: found.forms.map(mark),
    onlineServices: found.onlineServices.map(mark),
  }
}

const unit: Unit = {
  id: 'amt',
  name: 'Amt',
  tier: 'municipal',
  addresses: [],
  contacts: [{ kind: 'website', value: address, unreachableOn: '2026-11-20' }],
  openState: { state: 'unknown' },
  holidays: [],
  lang: 'de',
  sources: [],
  invented: false,
}

test('a page without script tells behind each link that it leads nowhere, and makes no such page its main action', async () => {
  const body = servicePageBody({
    service: await deadService(),
    lang: 'de',
    sources: [],
    place: {
      answer: {
        status: 'resolved',
        service: { id: 'pass', title: 'Pass' },
        units: [{ role: 'responsible', unit }],
        others: [],
      },
    },
    alternates: [],
    ways: { at: String, anywhere: '/', form: { action: '/', hidden: {} } },
  })
  const page = String(await body)
  expect(page.split(words)).toHaveLength(6)
  expect(page).toContain(`<span class="note">${words}</span>`)
  expect(page).toContain(`<a href="${address}">dort</a> (${words}), bitte.`)
  expect(page.replace(/\s+/g, ' ')).toContain(`>Dienst</a> (${words})`)
  expect(page).not.toContain('class="button"')
})

test('so does the page for programs', async () => {
  const page = serviceMarkdown(await deadService(), { lang: 'de', url: 'https://amt.de/pass', sources: [] })
  expect(page.split('war zuletzt am')).toHaveLength(5)
})

test('a service whose links all work reads as before', async () => {
  const { db } = await openTestDatabase()
  await importServices(db, [service('pass', { modules: [text('06', `<a href="${address}">dort</a>`)] })])
  const found = (await findService(db, 'pass', { lang: 'de' }))!
  expect(tellUnreachable(found, 'de')).toEqual(found)
})
