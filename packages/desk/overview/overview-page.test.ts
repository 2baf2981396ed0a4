import { expect, waitUntil } from '@open-wc/testing'
import { openPage, patience } from '../access/testing.ts'
import { sampleDraft } from '../changes/testing.ts'
import { problem } from '../shell/testing.ts'
import { tasks } from './tasks.ts'
import './overview-page.ts'

const day = 86_400_000
const ends = (days: number) => ({
  revokedAt: null,
  expiresAt: new Date(Date.now() + days * day).toISOString(),
})
const drafts = [
  sampleDraft({ id: 'mine', state: 'rejected' }),
  sampleDraft({ id: 'mine-waiting', state: 'submitted' }),
  sampleDraft({ id: 'theirs', state: 'rejected', authors: [{ clerk: 'c2', token: null }] }),
  sampleDraft({ id: 'late', state: 'conflict', authors: [{ clerk: 'c2', token: null }] }),
  sampleDraft({ id: 'open' }),
]

const change = {
  ...{ id: '7', at: '2026-11-30T09:00:00Z', by: { clerk: 'c1', token: null }, action: 'unit-record.put' },
  ...{ subject: '/units/bauhof/record', undoes: null, kept: true },
}

const list = (items: readonly object[]) => ({ items, next: null })

describe('<desk-overview-page>', () => {
  it('shows what waits, with the way to it, and is accessible', async () => {
    const { page, root, shows } = await openPage(
      'desk-overview-page',
      { 'GET /tokens': list([ends(3), ends(300)]), 'GET /history': list([change]) },
      ['tokens:write', 'units:write'],
    )
    await shows('Ein Schlüssel gilt nur noch 30 Tage oder weniger.')
    expect(root.querySelector('.card a')!.getAttribute('href')).to.equal('/desk/tokens')
    const card = root.querySelector('desk-changes-card')!.shadowRoot!
    await waitUntil(() => card.querySelector('a'), 'the last change is told', patience)
    expect(card.querySelector('a')!.getAttribute('href')).to.equal('/desk/units/bauhof')
    expect(card.querySelector('li')!.textContent).to.contain('Stelle: bauhof')
    await expect(page).to.be.accessible()
  })

  it('says that nothing waits', async () => {
    const { page, shows } = await openPage('desk-overview-page', { 'GET /tokens': list([]) }, [
      'tokens:write',
    ])
    await shows('Heute wartet nichts auf Sie.')
    await expect(page).to.be.accessible()
  })

  it('does not ask what somebody may not know', async () => {
    const { shows, asked } = await openPage('desk-overview-page', {}, [])
    await shows('Heute wartet nichts auf Sie.')
    expect(asked).to.deep.equal([])
  })

  it('says of a part that it failed, and of one that is not there nothing', async () => {
    const failing = await openPage('desk-overview-page', { 'GET /tokens': problem(503, 'unavailable') }, [
      'tokens:write',
    ])
    await failing.shows('Der Server ist gerade beschäftigt.')
    await expect(failing.page).to.be.accessible()
    const missing = await openPage('desk-overview-page', {}, ['tokens:write'])
    await missing.shows('Heute wartet nichts auf Sie.')
  })
})

describe('what may wait', () => {
  for (const [href, path, answer, count] of [
    ['/desk/changes', '/drafts', list(drafts), 2],
    [
      '/desk/imports',
      '/imports',
      list([importOf('failed', 0), importOf('checked', 3), importOf('checked', 0), importOf('applied', 3)]),
      2,
    ],
    ['/desk/links', '/link-reports', { items: [], next: null, total: 7 }, 7],
    ['/desk/searches', '/search-insights', { items: [], next: null, total: 4 }, 4],
    [
      '/desk/responsibilities',
      '/responsibility-report',
      { counts: { services: 5, places: 9, overlaps: 1 } },
      5,
    ],
    [
      '/desk/tokens',
      '/tokens',
      list([ends(29), ends(31), ends(-1), { ...ends(3), revokedAt: '2026-11-01' }]),
      1,
    ],
  ] as const)
    it(`is counted for ${href}`, async () => {
      const { desk } = await openPage('desk-overview-page', { [`GET ${path}`]: answer }, [])
      const task = tasks.find((one) => one.href === href)!
      expect((await task.count(desk, new AbortController().signal)).count).to.equal(count)
    })
})

function importOf(state: string, rejected: number) {
  return { state, report: { rejected } }
}
