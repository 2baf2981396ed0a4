import { expect } from '@open-wc/testing'
import type { AuditEntry } from '@amtsweg/contract'
import { openPage } from './testing.ts'
import './audit-page.ts'

/** Made by the server's own chain (backend/access/audit-chain.ts) from these facts, the newest first. */
const entries: readonly AuditEntry[] = [
  {
    at: '2026-11-30T10:00:00.000Z',
    token: null,
    clerk: null,
    authority: 'musterstadt',
    action: 'authority.set',
    subject: 'musterstadt',
    before: 'cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc',
    after: 'dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd',
    seq: 7,
    previous: '6766f561cb96c429d5bc104a9e7d551da255d2d9ee6d1e055c20653caf1996e8',
    hash: '4f61371bebf9d8da45e4abcd120ded06b6ce15094776335b8667730d53451318',
  },
  {
    at: '2026-11-30T09:00:00.000Z',
    token: 't1',
    clerk: null,
    authority: 'musterstadt',
    action: 'supplements.put',
    subject: 'mv-hundesteuer 130765654',
    before: null,
    after: 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
    seq: 6,
    previous: '90307105b1a0fb74400d9d10616b4383480a901c27c71ddb60dabff687d43855',
    hash: '6766f561cb96c429d5bc104a9e7d551da255d2d9ee6d1e055c20653caf1996e8',
  },
  {
    at: '2026-11-30T08:00:00.000Z',
    token: null,
    clerk: 'c1',
    authority: 'musterstadt',
    action: 'units.put',
    subject: 'unit-1',
    before: null,
    after: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    seq: 5,
    previous: '0000000000000000000000000000000000000000000000000000000000000000',
    hash: '90307105b1a0fb74400d9d10616b4383480a901c27c71ddb60dabff687d43855',
  },
]

const open = (items: readonly AuditEntry[]) =>
  openPage('desk-audit-page', { 'GET /audit': { items, next: null } }, ['audit:read'])

describe('<desk-audit-page>', () => {
  it('shows who changed what, and that the chain is closed', async () => {
    const { page, shows } = await open(entries)
    await shows('Die Kette der 3 geladenen Einträge ist geschlossen.')
    await shows('units.put')
    await shows('Person c1')
    await expect(page).to.be.accessible()
  })

  it('filters what is loaded', async () => {
    const { root, shows, type } = await open(entries)
    await shows('units.put')
    type('filter', 'supplements')
    await shows('supplements.put')
    expect(root.querySelectorAll('tbody tr').length).to.equal(1)
    type('filter', 'gibt es nicht')
    await shows('Kein geladener Eintrag enthält das.')
  })

  for (const [what, changed] of [
    [
      'changed afterwards',
      entries.map((entry, index) => (index === 1 ? { ...entry, subject: 'other' } : entry)),
    ],
    [
      'put in the place of another',
      entries.map((entry, index) => (index === 0 ? { ...entry, previous: 'x' } : entry)),
    ],
  ] as const)
    it(`tells of an entry that was ${what}`, async () => {
      const { page, shows } = await open(changed)
      await shows('Die Kette ist bei Eintrag')
      await expect(page).to.be.accessible()
    })

  it('says that nobody has changed anything', async () => {
    const { shows } = await open([])
    await shows('Noch hat niemand etwas geändert.')
  })
})
