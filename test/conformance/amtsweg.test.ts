import { expect, test } from 'vitest'
import { openTestDatabase } from '@amtsweg/backend/database/testing.ts'
import { openDemoApp } from '../demo-app.ts'
import type { Outcome } from './method.ts'
import { runSuite } from './suite.ts'
import { serve, serveTown } from './town.ts'

const failures = (outcomes: readonly Outcome[]) => outcomes.filter(({ state }) => state === 'failed')

test('our server passes each method, and what is skipped looks at what need not be said', async () => {
  const outcomes = await runSuite(await serveTown(await openTestDatabase()))
  expect(failures(outcomes)).toEqual([])
  const skipped = outcomes.filter(({ state }) => state === 'skipped').map(({ method }) => method)
  expect(skipped.toSorted()).toEqual([
    'validateFeaturesResponse_TimeStamp',
    'validateFeaturesWithBoundingBoxResponse_TimeStamp',
    'validateFeaturesWithDateTimeResponse_TimeStamp',
    'validateFeaturesWithLimitResponse_TimeStamp',
    'verifyCollectionsCrsIdentifierOfCrsProperty',
    'verifyCollectionsCrsIdentifierOfStorageCrs',
  ])
}, 60_000)

test('so it does with the geodata of the demo', async () => {
  const { database } = await openDemoApp()
  const outcomes = await runSuite(await serve(database))
  expect(outcomes.filter(({ state }) => state === 'passed')).toHaveLength(74)
  expect(failures(outcomes)).toEqual([])
}, 60_000)
