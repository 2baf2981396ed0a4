import { join } from 'node:path'
import { expect, test } from 'vitest'
import { killPublishers, openPlannedTown } from '../crash/drafts.ts'
import { createRandom } from '../random.ts'
import { temporaryFolder } from './server.ts'

const seed = 20261130
const drafts = 200

test(`a server that is killed while it publishes publishes each draft once in the end (seed ${seed})`, async () => {
  const url = `sqlite:${join(temporaryFolder(), 'amtsweg.sqlite')}`
  await openPlannedTown(url, drafts)
  const { interrupted } = await killPublishers({ url, drafts, random: createRandom(seed), times: 2 })
  expect(interrupted).toBeGreaterThan(0)
}, 120_000)
