import { describe, expect, test } from 'vitest'
import { readRecord, recordDate, recordLength } from './gv100ad.ts'
import { registerRecord } from './testing.ts'

const read = (parts: Parameters<typeof registerRecord>[0]) => readRecord(registerRecord(parts))

describe('a record of the register', () => {
  test('has its fields where the register has them', () => {
    const line =
      '6020231130130760015659Alt Krenzlin'.padEnd(122) + '64    000000037900000000074500000000361    19288'
    expect(readRecord(line.padEnd(recordLength))).toEqual({
      regionKey: '130765659001',
      level: 'gemeinde',
      kind: 'gemeinde',
      name: 'Alt Krenzlin',
      fullName: 'Alt Krenzlin',
      ags: '13076001',
      population: 745,
      seatPostcode: '19288',
      uninhabited: false,
    })
  })

  test.each([
    ['60', 'stadt', false],
    ['61', 'stadt', false],
    ['63', 'stadt', false],
    ['67', 'stadt', false],
    ['64', 'gemeinde', false],
    ['65', 'gemeindefreies-gebiet', false],
    ['66', 'gemeindefreies-gebiet', true],
  ])('of a Gemeinde of type %s makes %s, uninhabited: %s', (type, kind, uninhabited) => {
    const expected = type === '60' ? 'gemeinde' : kind
    const area = read({
      kind: '60',
      key: '13076060',
      verband: '0060',
      name: 'Hagenow, Stadt',
      type,
      population: 1,
    })
    expect(area).toMatchObject({ kind: expected, uninhabited, name: 'Hagenow', fullName: 'Hagenow, Stadt' })
  })

  test.each([
    ['50', 'Hagenow, Stadt', 'amtsfreie-gemeinde', 'Hagenow', 'Hagenow, Stadt'],
    ['51', 'Landhagen', 'amt', 'Amt Landhagen', 'Amt Landhagen'],
    ['52', 'Brome', 'verwaltungsgemeinschaft', 'Samtgemeinde Brome', 'Samtgemeinde Brome'],
    ['53', 'Adenau', 'verwaltungsgemeinschaft', 'Verbandsgemeinde Adenau', 'Verbandsgemeinde Adenau'],
    ['54', 'Marktl (VGem)', 'verwaltungsgemeinschaft', 'Verwaltungsgemeinschaft Marktl', undefined],
    ['54', 'VVG der Stadt Herrenberg', 'verwaltungsgemeinschaft', 'VVG der Stadt Herrenberg', undefined],
    [
      '54',
      'Oelsnitz/Vogtl., Bösenbrunn',
      'verwaltungsgemeinschaft',
      'Verwaltungsgemeinschaft Oelsnitz/Vogtl., Bösenbrunn',
      undefined,
    ],
    ['55', 'Eider', 'verwaltungsgemeinschaft', 'Kirchspielslandgemeinde Eider', undefined],
    ['56', 'GVV Aidlingen/Grafenau', 'verwaltungsgemeinschaft', 'GVV Aidlingen/Grafenau', undefined],
    ['58', 'Bad Salzungen, Stadt', 'verwaltungsgemeinschaft', 'Erfüllende Gemeinde Bad Salzungen', undefined],
  ])('of a Verband of type %s named %s makes %s %s', (type, name, kind, expected, fullName = expected) => {
    const area = read({ kind: '50', key: '13075', verband: '5555', name, type })
    expect(area).toMatchObject({ regionKey: '130755555', level: 'verband', kind, name: expected, fullName })
  })

  test.each([
    ['41', 'Flensburg, Stadt', 'kreisfreie-stadt', 'Flensburg', 'Flensburg, Stadt'],
    ['42', 'Stuttgart, Stadtkreis', 'kreisfreie-stadt', 'Stuttgart', 'Stuttgart, Stadtkreis'],
    ['43', 'Dithmarschen', 'landkreis', 'Dithmarschen', 'Kreis Dithmarschen'],
    ['44', 'Vorpommern-Greifswald', 'landkreis', 'Vorpommern-Greifswald', 'Landkreis Vorpommern-Greifswald'],
    ['44', 'Landkreis Rostock', 'landkreis', 'Landkreis Rostock', 'Landkreis Rostock'],
    ['44', 'Erzgebirgskreis', 'landkreis', 'Erzgebirgskreis', 'Erzgebirgskreis'],
    ['44', 'Region Hannover', 'landkreis', 'Region Hannover', 'Region Hannover'],
    [
      '45',
      'Regionalverband Saarbrücken',
      'landkreis',
      'Regionalverband Saarbrücken',
      'Regionalverband Saarbrücken',
    ],
  ])('of a Kreis of type %s named %s makes %s %s (%s)', (type, text, kind, name, fullName) => {
    expect(read({ kind: '40', key: '13075', name: text, type, seat: 'Greifswald, Stadt' })).toMatchObject({
      ...{ regionKey: '13075', level: 'kreis', kind, name, fullName, seat: 'Greifswald' },
    })
  })

  test.each([
    ['Reg.-Bez. Köln', 'regierungsbezirk', 'Köln', 'Regierungsbezirk Köln'],
    ['Oberbayern', 'regierungsbezirk', 'Oberbayern', 'Regierungsbezirk Oberbayern'],
    ['Statistische Region Lüneburg', 'region', 'Lüneburg', 'Statistische Region Lüneburg'],
    ['früher: Reg.-Bez. Koblenz', 'region', 'Koblenz', 'Früherer Regierungsbezirk Koblenz'],
    ['früher: Direktionsbezirk Leipzig', 'region', 'Leipzig', 'Früherer Direktionsbezirk Leipzig'],
  ])('of the Regierungsbezirk %s makes %s %s', (text, kind, name, fullName) => {
    expect(read({ kind: '20', key: '053', name: text })).toMatchObject({
      ...{ regionKey: '053', level: 'regierungsbezirk', kind, name, fullName },
    })
  })

  test('of a Land has its seat', () => {
    const land = read({ kind: '10', key: '13', name: 'Mecklenburg-Vorpommern', seat: 'Schwerin' })
    expect(land).toMatchObject({ regionKey: '13', level: 'land', seat: 'Schwerin' })
  })

  test('of a Region in Baden-Württemberg is no area: its key has four digits', () => {
    expect(read({ kind: '30', key: '0811', name: 'Region Stuttgart' })).toBeUndefined()
  })

  test('tells the day it is of', () => {
    expect(recordDate(registerRecord({ kind: '10', key: '13', name: 'x', date: '20231130' }))).toBe(
      '2023-11-30',
    )
    expect(recordDate('10')).toBeUndefined()
  })
})
