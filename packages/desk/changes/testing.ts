import type { Draft, DraftItem } from '@amtsweg/contract'

const item: Omit<DraftItem, 'name'> = {
  id: 'draft-0001',
  subject: '/units/rathaus/hours',
  state: 'draft',
  authors: [{ clerk: 'c1', token: null }],
  approvedBy: null,
  note: null,
  reason: null,
  publishAt: null,
  change: null,
  createdAt: '2026-11-30T09:00:00Z',
  updatedAt: '2026-11-30T09:00:00Z',
}

/** A draft of the hours of a town hall, different as a test wants it. */
export const sampleDraft = (more: Partial<Draft> = {}): Draft => ({
  ...item,
  wanted: {
    spans: [{ weekday: 1, opens: '09:00', closes: '12:00' }],
    exceptions: [],
    note: 'Nur mit Termin',
  },
  basedOn: '"alt"',
  base: { spans: [{ weekday: 1, opens: '08:00', closes: '12:00' }], exceptions: [] },
  errors: [],
  ...more,
})
