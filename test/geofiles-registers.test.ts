import { expect, test } from 'vitest'
import { checkGeofile, isFinding, openGeofile } from '@amtsweg/backend/geofiles/index.ts'
import { describeRegisters, testFile } from '@amtsweg/backend/import/testing.ts'

const flensburg = { minX: 9.35, minY: 54.74, maxX: 9.52, maxY: 54.84 }
const land = { minX: 10.5, minY: 53, maxX: 14.5, maxY: 54.8 }

async function check(name: string, town: typeof land) {
  const file = await openGeofile(testFile(name))
  if (isFinding(file)) return expect.fail(file.words)
  const report = await checkGeofile(file, { town })
  file.close()
  return report
}
const notes = new Set(['ring-direction', 'points-repeated'])

describeRegisters('real data', () => {
  test.each([
    ['geodata/flensburg/altglas-container.geojson', 77, []],
    ['geodata/flensburg/spielplaetze.geojson', 76, []],
    ['geodata/flensburg/stadtteile.geojson.gz', 13, []],
    ['geodata/flensburg/schulen.geojson', 30, ['field-personal']],
    ['geodata/flensburg/kitas.geojson', 70, ['field-personal']],
    ['geodata/flensburg/wahlbezirke.geojson', 22, []],
  ])('%s may be published', async (name, count, codes) => {
    const report = await check(name, flensburg)
    expect(report).toMatchObject({ publishable: true, count, withGeometry: count })
    expect(report.findings.map(({ code }) => code).filter((code) => !notes.has(code))).toEqual(codes)
  })

  test.each([
    ['boundaries/vg250-2016-01-01-mv-gemeinden.geojson.gz', 753, []],
    ['boundaries/vg250-2016-01-01-mv-kreise.geojson.gz', 8, []],
    // Generalised to 1:5,000,000, one Amt has parts that share a border.
    ['boundaries/vg5000-2021-01-01-mv-aemter.geojson.gz', 116, ['ring-touches']],
  ])('%s is sound', async (name, count, codes) => {
    const report = await check(name, land)
    expect(report).toMatchObject({ publishable: true, count })
    expect(report.findings.map(({ code }) => code).filter((code) => !notes.has(code))).toEqual(codes)
  })

  test('a longitude of 11195 among 1,708 polling places is found', async () => {
    const { findings } = await check('geodata/mv/wahlbezirke-btw2017-punkte.geojson.gz', land)
    expect(findings.find(({ code }) => code === 'coordinates-outside')).toMatchObject({
      count: 1,
      positions: [1515],
    })
  })
})
