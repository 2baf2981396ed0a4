import { beforeAll, describe, expect, it } from 'vitest'
import { openDemo } from './testing.ts'

let demo: Awaited<ReturnType<typeof openDemo>>
beforeAll(async () => (demo = await openDemo()), 60_000)

describe('GET /units/{id}/services', () => {
  const path = '/units/demo-lup-jugendamt/services'
  const titlesOf = (body: unknown) => (body as { items: { title: string }[] }).items.map(({ title }) => title)

  it('lists what an office acts for, in German order', async () => {
    const { body } = await demo.ask(path)
    const titles = titlesOf(body)
    expect(titles).toContain('Unterhaltsvorschuss beantragen')
    expect(titles).toEqual(titles.toSorted(new Intl.Collator('de').compare))
    expect(body).toMatchObject({ next: null })
  })

  it('lists what follows from the tier of a general administration', async () => {
    expect(titlesOf((await demo.ask('/units/demo-amt-hagenow-land/services?limit=100')).body)).toContain(
      'Personalausweis beantragen',
    )
  })

  it('comes in pages that miss and repeat nothing', async () => {
    const whole = titlesOf((await demo.ask('/units/demo-amt-hagenow-land/services?limit=100')).body)
    const pages: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const query: string = cursor ? `&cursor=${cursor}` : ''
      const { body } = await demo.ask(`/units/demo-amt-hagenow-land/services?limit=7${query}`)
      pages.push(...titlesOf(body))
      cursor = (body as { next: string | null }).next
    }
    expect(pages).toEqual(whole)
  })

  it.each([
    [404, 'unit-unknown', '/units/nobody/services'],
    [400, 'invalid-path', '/units/%20/services'],
    [400, 'invalid-query', `${path}?limit=0`],
    [400, 'invalid-cursor', `${path}?cursor=!!`],
    [400, 'invalid-cursor', `${path}?cursor=WzFd`],
  ])('%i %s for %s', async (status, code, wrong) => {
    expect(await demo.ask(wrong)).toMatchObject({ status, body: { code } })
  })

  it('is empty for an office nothing is recorded for', async () => {
    const acting = new Set(
      (await demo.db.selectFrom('responsibility').select('unit_id').execute()).map((row) => row.unit_id),
    )
    const units = await demo.db.selectFrom('unit').select('id').execute()
    const idle = units.find(({ id }) => !acting.has(id))
    if (idle) expect((await demo.ask(`/units/${idle.id}/services`)).body).toEqual({ items: [], next: null })
  })
})
