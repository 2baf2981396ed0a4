import { bboxMethods } from './core-bbox.ts'
import { collectionMethods } from './core-collections.ts'
import { errorMethods } from './core-errors.ts'
import { featureMethods } from './core-features.ts'
import { limitMethods } from './core-limit.ts'
import { pagesMethods } from './core-pages.ts'
import { timeMethods } from './core-time.ts'
import { crsDiscoveryMethods } from './crs-discovery.ts'
import { crsQueryMethods } from './crs-query.ts'
import { type Method, type Outcome, runMethods } from './method.ts'
import { openService } from './service.ts'

/**
 * The 80 methods of the OGC's executable test suite for API Features 1.0 (Core and CRS) by their names there, written anew from the abstract
 * tests of the standard: 17-069r4 annex A, 18-058r1 annex A.
 */
export const methods: readonly Method[] = [
  ...pagesMethods,
  ...collectionMethods,
  ...featureMethods,
  ...bboxMethods,
  ...errorMethods,
  ...limitMethods,
  ...timeMethods,
  ...crsDiscoveryMethods,
  ...crsQueryMethods,
]

/** Runs all of them against the server whose landing page has this address. */
export const runSuite = (landingPage: string): Promise<readonly Outcome[]> =>
  runMethods(openService(landingPage), methods)
