import { expect } from '@open-wc/testing'
import { fromUtm, toUtm, utmZones } from './utm.ts'
import { surveyed } from './utm-samples.ts'

const zone = (code: string) => utmZones.find((one) => one.code === code)!

describe('our own transformation into UTM', () => {
  for (const [code, lon, lat, east, north] of surveyed)
    it(`agrees with PROJ to a tenth of a millimetre: ${code} at ${lon}, ${lat}`, () => {
      const [x, y] = toUtm(zone(code), lon, lat)
      expect(Math.hypot(x - east, y - north)).to.be.below(0.0001)
    })

  it('comes back to where it started, all over Germany and beyond', () => {
    for (const one of utmZones)
      for (let lon = 5.5; lon <= 15.5; lon += 0.5)
        for (let lat = 47; lat <= 55.5; lat += 0.5) {
          const [backLon, backLat] = fromUtm(one, ...toUtm(one, lon, lat))
          expect(Math.hypot(backLon - lon, backLat - lat)).to.be.below(1e-11)
        }
  })
})
