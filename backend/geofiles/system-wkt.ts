import type { ReferenceSystem } from '../geometry/reference-system.ts'

const greenwich = {
  esri: 'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]',
  ogc: 'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]',
}
const etrs = {
  esri: `GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]],${greenwich.esri}]`,
  ogc: `GEOGCS["ETRS89",DATUM["European_Terrestrial_Reference_System_1989",SPHEROID["GRS 1980",6378137,298.257222101]],${greenwich.ogc},AUTHORITY["EPSG","4258"]]`,
}
const wgs = {
  esri: `GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],${greenwich.esri}]`,
  ogc: `GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],${greenwich.ogc},AUTHORITY["EPSG","4326"]]`,
}

interface Projected {
  readonly esri: string
  readonly base: typeof etrs
  readonly projection: string
  readonly parameters: Readonly<Record<string, number>>
}

const utm = (esri: string, meridian: number, easting: number, base = etrs): Projected => ({
  ...{ esri, base, projection: 'Transverse_Mercator' },
  parameters: {
    false_easting: easting,
    false_northing: 0,
    central_meridian: meridian,
    scale_factor: 0.9996,
    latitude_of_origin: 0,
  },
})

/** What Esri's programs call them: they find a system by its name first (`gdalsrsinfo -o wkt_esri`, GDAL 3.6). */
const projected: Readonly<Record<string, Projected>> = {
  '25831': utm('ETRS_1989_UTM_Zone_31N', 3, 500_000),
  '25832': utm('ETRS_1989_UTM_Zone_32N', 9, 500_000),
  '25833': utm('ETRS_1989_UTM_Zone_33N', 15, 500_000),
  '4647': utm('ETRS_1989_UTM_Zone_N32', 9, 32_500_000),
  '5650': utm('ETRS_1989_UTM_Zone_33N_zE-N', 15, 33_500_000),
  '32632': utm('WGS_1984_UTM_Zone_32N', 9, 500_000, wgs),
  '32633': utm('WGS_1984_UTM_Zone_33N', 15, 500_000, wgs),
  '3035': {
    ...{ esri: 'ETRS_1989_LAEA', base: etrs, projection: 'Lambert_Azimuthal_Equal_Area' },
    parameters: {
      false_easting: 4_321_000,
      false_northing: 3_210_000,
      central_meridian: 10,
      latitude_of_origin: 52,
    },
  },
  '3857': {
    ...{ esri: 'WGS_1984_Web_Mercator_Auxiliary_Sphere', base: wgs, projection: 'Mercator_Auxiliary_Sphere' },
    parameters: {
      false_easting: 0,
      false_northing: 0,
      central_meridian: 0,
      standard_parallel_1: 0,
      auxiliary_sphere_type: 0,
    },
  },
}

/** A system in Esri's well-known text, for .prj files. Throws where it is none that we give out. */
export function esriWkt({ code }: ReferenceSystem): string {
  if (code === '4258') return etrs.esri
  if (code === 'CRS84' || code === '4326') return wgs.esri
  const { esri, base, projection, parameters } = known(code)
  const list = Object.entries(parameters).map(
    ([name, value]) => `PARAMETER["${esriName(name)}",${value.toFixed(Number.isInteger(value) ? 1 : 4)}]`,
  )
  return `PROJCS["${esri}",${base.esri},PROJECTION["${projection}"],${list.join(',')},UNIT["Meter",1.0]]`
}

const esriName = (name: string) => name.replace(/(^|_)[a-z]/g, (letter) => letter.toUpperCase())

/** A system in well-known text of the OGC (01-009), for GeoPackages. Throws where it is none that we give out. */
export function ogcWkt({ code, name }: ReferenceSystem): string {
  if (code === '4258') return etrs.ogc
  if (code === 'CRS84' || code === '4326') return wgs.ogc
  const { base, projection, parameters } = known(code)
  const authority = `AUTHORITY["EPSG","${code}"]`
  if (code === '3857')
    return `PROJCS["${name}",${base.ogc},PROJECTION["Mercator_1SP"],PARAMETER["central_meridian",0],PARAMETER["scale_factor",1],PARAMETER["false_easting",0],PARAMETER["false_northing",0],UNIT["metre",1],EXTENSION["PROJ4","+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs"],${authority}]`
  const ogc: Readonly<Record<string, string>> =
    code === '3035'
      ? { central_meridian: 'longitude_of_center', latitude_of_origin: 'latitude_of_center' }
      : {}
  const list = Object.entries(parameters).map(([key, value]) => `PARAMETER["${ogc[key] ?? key}",${value}]`)
  return `PROJCS["${name}",${base.ogc},PROJECTION["${projection}"],${list.join(',')},UNIT["metre",1],${authority}]`
}

function known(code: string): Projected {
  const found = projected[code]
  if (!found) throw new Error(`Nothing is written in EPSG:${code}.`)
  return found
}

/** The number that a system has in a file that knows only numbers: CRS84 counts as WGS 84, as everywhere x stands first. */
export const epsgOf = ({ code }: ReferenceSystem): number => (code === 'CRS84' ? 4326 : Number(code))
