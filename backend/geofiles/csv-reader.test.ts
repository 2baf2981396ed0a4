import { readdirSync, readlinkSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { germanNumber } from './csv-columns.ts'
import { all, checked, featuresOf, fileOf, opened, refusal } from './testing.ts'

const at = [11.4, 53.6]

describe('coordinates are found', () => {
  test.each([
    ['lon,lat\n11.4,53.6\n', at, 'CRS84'],
    ['LAT;LON\n53,6;11,4\n', at, 'CRS84'],
    ['Längengrad;Breitengrad\n11,4;53,6\n', at, 'CRS84'],
    ['geo_laenge\tgeo_breite\n11.4\t53.6\n', at, 'CRS84'],
    ['Rechtswert;Hochwert\n4.460.000,5;5.941.000,25\n', [4460000.5, 5941000.25], undefined],
    ['Ostwert;Nordwert\n261 811,5;5 945 045,25\n', [261811.5, 5945045.25], undefined],
    ['x_25833,y_25833\n261811.5,5945045.25\n', [261811.5, 5945045.25], '25833'],
    ['utm32_ost;utm32_nord\n658809,5;5941696\n', [658809.5, 5941696], '25832'],
    ['Easting,Northing\n1,2\n', [1, 2], undefined],
    ['name,WKT\na,POINT(11.4 53.6)\n', at, undefined],
    ['name,geom_25833\na,"POINT(1 2)"\n', [1, 2], '25833'],
    ['the_geom\n"SRID=25832;POINT(1 2)"\n', [1, 2], '25832'],
    ['geom,name\n0101000000000000000000f03f0000000000000040,a\n', [1, 2], undefined],
  ])('in %j', async (text, coordinates, code) => {
    const file = await opened(fileOf(text))
    expect(file.declared?.system?.code).toBe(code)
    const [read] = await all(file.features())
    expect(read?.geometry).toEqual({ type: 'Point', coordinates })
  })

  test('or asked for', async () => {
    expect(await refusal(fileOf('name,plz\nRathaus,19053\n'))).toMatchObject({
      code: 'coordinates-columns-missing',
    })
  })
})

test.each([
  ['too many columns', `${'a;'.repeat(1_001)}\n`, 'fields-too-many'],
  ['no coordinates', 'name,plz\n', 'coordinates-columns-missing'],
])('a file with %s is closed again', async (_, text, code) => {
  const path = fileOf(text)
  expect(await refusal(path)).toMatchObject({ code })
  const open = () => readdirSync('/proc/self/fd').map((fd) => linkOf(`/proc/self/fd/${fd}`))
  await expect.poll(open).not.toContain(path)
})

/** What a descriptor is open for, while it is open. */
function linkOf(descriptor: string): string {
  try {
    return readlinkSync(descriptor)
  } catch {
    return ''
  }
}

test.each([
  ['12,5', 12.5],
  ['12.5', 12.5],
  ['5.945.045,3', 5945045.3],
  ['5,945,045.3', 5945045.3],
  ['5 945 045,3', 5945045.3],
  ['5.945.045', 5945045],
  ['-0,5', -0.5],
  ['33261811', 33261811],
  ['1e3', 1000],
  ['', undefined],
  ['N 53', undefined],
  ['1,2,3.4.5', undefined],
])('%j is the number %j', (text, number) => {
  expect(germanNumber(text)).toBe(number)
})

describe('values', () => {
  test('are of the kind that the whole column is', async () => {
    const file = await opened(
      fileOf('lon;lat;a;b;c;d;plz;e\n1;2;1;1,5;true;x;01067;\n1;2;-20;3;false;7;19053;\n'),
    )
    expect(file.fields).toEqual([
      { name: 'a', type: 'integer' },
      { name: 'b', type: 'number' },
      { name: 'c', type: 'boolean' },
      { name: 'd', type: 'text' },
      { name: 'plz', type: 'text' },
      { name: 'e', type: 'text' },
    ])
    const [first, second] = await all(file.features())
    expect(first?.properties).toEqual({ a: 1, b: 1.5, c: true, d: 'x', plz: '01067', e: null })
    expect(second?.properties).toEqual({ a: -20, b: 3, c: false, d: '7', plz: '19053', e: null })
  })

  test('that were kept from being formulas are what they were', async () => {
    const [read] = await featuresOf(fileOf("lon,lat,a,b\n1,2,'=1+1,'n Hus\n"))
    expect(read?.properties).toEqual({ a: '=1+1', b: "'n Hus" })
  })

  test('of columns with one name, or none, are all kept', async () => {
    const [read] = await featuresOf(fileOf('lon,lat,a,a,\n1,2,3,4,5\n'))
    expect(read?.properties).toEqual({ a: 3, a_2: 4, column_5: 5 })
  })

  test('may hold line breaks, and rows may be short', async () => {
    const read = await featuresOf(fileOf('lon,lat,a,b\n1,2,"x\ny",z\n1,2\n'))
    expect(read.map(({ properties }) => properties)).toEqual([
      { a: 'x\ny', b: 'z' },
      { a: null, b: null },
    ])
  })
})

test.each([
  ['UTF-8', Buffer.from('lon;lat;name\n1;2;Bäume\n')],
  ['UTF-8 with a mark', Buffer.from('\ufefflon;lat;name\n1;2;Bäume\n')],
  ['UTF-16', Buffer.from('\ufefflon;lat;name\n1;2;Bäume\n', 'utf16le')],
  ['Windows-1252', Buffer.from('lon;lat;name\n1;2;Bäume\n', 'latin1')],
])('a table in %s', async (_, bytes) => {
  const [read] = await featuresOf(fileOf(bytes))
  expect(read).toMatchObject({ geometry: { coordinates: [1, 2] }, properties: { name: 'Bäume' } })
})

test('rows without or with unreadable coordinates are told', async () => {
  const { report } = await checked(fileOf('lon;lat;a\n;;1\nhier;dort;2\n11,4;53,6;3\n'))
  expect(report.findings.map(({ code, positions }) => [code, positions])).toEqual([
    ['geometry-unreadable', [2]],
    ['geometry-missing', [1]],
  ])
})

test.each([
  ['breaks off in a text', 'lon,lat,a\n1,2,"x', 'file-truncated'],
  ['has a quote in the middle', 'lon,lat,a\n1,2,x"y\n', 'table-damaged'],
])('a table that %s is refused', async (_, text, code) => {
  expect(await refusal(fileOf(text))).toMatchObject({ code })
})
