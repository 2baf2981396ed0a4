import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { kindFor, madeFormats, makeFile, outcomeOf, readMutations } from './geofiles-mutated.ts'
import { createRandom } from './random.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Many more: `npm run proof -- geofiles`. */
const mutations = 40

describe.each(madeFormats)('%s', (format) => {
  test('is read, cut off anywhere it is refused or told, and turned at random it is never more than that', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'made')
    await makeFile(format, kindFor(format), 30, path)
    expect(await outcomeOf(path)).toBe('read')
    const outcomes = await readMutations(readFileSync(path), {
      count: mutations,
      random: createRandom(7),
      folder,
    })
    expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(mutations)
    // A test of which nothing is refused has turned nothing.
    expect((outcomes['refused'] ?? 0) + (outcomes['told'] ?? 0)).toBeGreaterThan(mutations / 5)
    expect(readdirSync(folder)).toEqual(['made'])
  })
})
