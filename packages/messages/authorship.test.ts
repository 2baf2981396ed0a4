import { describe, expect, test } from 'vitest'
import type { Provenance } from '@amtsweg/contract'
import { messages as de } from './authors/de.ts'
import { messages as en } from './authors/en.ts'
import { stand, supplementTitle, textTitle } from './authorship.ts'

const written = (more: Partial<Provenance> = {}): Provenance => ({
  layer: 'land',
  areaName: 'Mecklenburg-Vorpommern',
  author: 'Land',
  source: 's',
  ...more,
})

describe('whose text it is', () => {
  test.each([
    [{}, 'Text für Mecklenburg-Vorpommern, ohne Datum'],
    [{ updatedAt: '2026-11-01', asOf: '2026-01-01' }, 'Text für Mecklenburg-Vorpommern, Stand 01.11.2026'],
    [{ asOf: '2026-01-01' }, 'Text für Mecklenburg-Vorpommern, Stand 01.01.2026'],
    [{ layer: 'gemeinde', areaName: 'Wismar' }, 'Text Ihrer Gemeinde Wismar, ohne Datum'],
    [{ layer: 'bund', areaName: undefined }, 'Text für ganz Deutschland, ohne Datum'],
    [{ layer: 'kreis', areaName: undefined }, 'Text für ein Gebiet, ohne Datum'],
  ] as const)('%j reads "%s"', (more, words) =>
    expect(textTitle(written(more as Partial<Provenance>), 'de', de)).toBe(words),
  )

  test('a supplement is called one, by its area', () => {
    expect(supplementTitle(written({ layer: 'verband', areaName: 'Amt Crivitz' }), 'de', de)).toBe(
      'Ergänzung für Amt Crivitz, ohne Datum',
    )
    expect(supplementTitle(written({ layer: 'gemeinde', areaName: 'Banzkow' }), 'en', en)).toBe(
      'Added by your municipality Banzkow, without a date',
    )
  })

  test('the date of a moment is that of Germany', () => {
    expect(stand(written({ updatedAt: '2026-10-31T23:30:00Z' }), 'de', de)).toBe('Stand 01.11.2026')
  })
})
