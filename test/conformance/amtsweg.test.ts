import { expect, test } from 'vitest'
import { openTestDatabase } from '@amtsweg/backend/database/testing.ts'
import { runSuite } from './suite.ts'
import { serveTown } from './town.ts'

test('our server passes each method, and what is skipped looks at what need not be said', async () => {
  const outcomes = await runSuite(await serveTown(await openTestDatabase()))
  expect(outcomes.filter(({ state }) => state === 'failed')).toEqual([])
  const skipped = outcomes.filter(({ state }) => state === 'skipped').map(({ method }) => method)
  expect(skipped.toSorted()).toEqual([
    'validateFeaturesResponse_TimeStamp',
    'validateFeaturesWithBoundingBoxResponse_TimeStamp',
    'validateFeaturesWithDateTimeResponse_TimeStamp',
    'validateFeaturesWithLimitResponse_TimeStamp',
    'verifyCollectionsCrsIdentifierOfCrsProperty',
    'verifyCollectionsCrsIdentifierOfStorageCrs',
  ])
})
