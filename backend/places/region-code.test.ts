import { describe, expect, test } from 'vitest'
import { regionAround, regionOfCode } from './region-code.ts'

const byAgs = (ags: string) => (ags === '13076001' ? '130765659001' : undefined)

describe('a code of another system', () => {
  test.each([
    ['130765659001', '130765659001', 'an ARS of a Gemeinde'],
    ['130765659000', '130765659', 'an ARS of a Verband, filled up'],
    ['130760000000', '13076', 'an ARS of a Kreis, filled up'],
    ['130030000000', '13003', 'a kreisfreie Stadt'],
    ['130000000000', '13', 'an ARS of a Land, filled up'],
    ['091000000000', '091', 'a Regierungsbezirk'],
    ['000000000000', '', 'all of Germany'],
    ['00', '', 'all of Germany, short'],
    ['DE', '', 'the country'],
    ['13', '13', 'a Land'],
    ['091', '091', 'a Regierungsbezirk, short'],
    ['13076', '13076', 'a Kreis'],
    ['13000', '13', 'a Land, filled up to the Kreis'],
    ['130765659', '130765659', 'a Verband'],
    ['13 0 76 5659 001', '130765659001', 'an ARS with gaps'],
    ['13076001', '130765659001', 'an AGS'],
    ['13076000', '13076', 'an AGS of a Kreis'],
    ['11000000', '11', 'Berlin'],
    ['13076999', undefined, 'an AGS nobody has'],
    ['1307', undefined, 'a length that no key has'],
    ['Hagenow', undefined, 'a name'],
    ['', undefined, 'nothing'],
  ])('%s is %s: %s', (code, region, _) => {
    expect(regionOfCode(code, byAgs)).toBe(region)
  })
})

describe('the region around several', () => {
  test.each([
    [['13076'], '13076'],
    [['130765659001', '130765659002'], '130765659'],
    [['130765659001', '13076'], '13076'],
    [['13076', '13003'], '13'],
    [['13', '01'], ''],
    [['13', ''], ''],
    [[], ''],
  ])('%j is %s', (regions, around) => {
    expect(regionAround(regions)).toBe(around)
  })
})
