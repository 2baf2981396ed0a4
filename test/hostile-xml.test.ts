import { describe, expect, test } from 'vitest'
import { ImportError } from '@amtsweg/backend/import/index.ts'
import { xmlRecords } from '@amtsweg/backend/import/xml.ts'
import { readHostile } from './hostile-xml.ts'
import { hostileXml } from './hostile-xml-corpus.ts'
import { createRandom } from './random.ts'
import { mutate, soundXml } from './xml-mutations.ts'

// Milliseconds and megabytes of each are measured by `npm run proof -- xml`; how far it is read decides both.
describe('hostile XML', () => {
  test.each(hostileXml.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    const { failure, unpacked, records } = await readHostile(one)
    expect(unpacked).toBeLessThanOrEqual(one.bytes)
    if (!one.refusal) {
      expect(failure).toBeUndefined()
      expect(records).toBe(1)
      return
    }
    expect(failure).toBeInstanceOf(ImportError)
    expect((failure as ImportError).message).toMatch(one.refusal)
    expect((failure as ImportError).message.length).toBeLessThan(400)
  })

  test('includes nothing from other files', async () => {
    const inclusion = hostileXml.find(({ name }) => name === 'inclusion')
    if (!inclusion) throw new Error('There is no such case')
    const { records } = await xmlRecords(inclusion.chunks())
    for await (const { children } of records)
      expect(children).toMatchObject([{ name: 'include', text: '', children: [] }])
  })

  test('has a name for each case', () => {
    expect(new Set(hostileXml.map(({ name }) => name)).size).toBe(hostileXml.length)
  })
})

// A sample; `npm run proof -- xml` changes it a hundred thousand times.
const seed = 20261125
const mutations = 2_000

test(`a message changed at random is read or refused in words (seed ${seed})`, async () => {
  const random = createRandom(seed)
  const sound = Buffer.from(soundXml)
  const seen = { read: 0, refused: 0 }
  for (let index = 0; index < mutations; index += 1) {
    const changed = mutate(sound, random)
    const { failure, records } = await readHostile({ chunks: () => inOne(changed) })
    if (failure && !(failure instanceof ImportError)) throw failure
    expect(records).toBeLessThan(200)
    seen[failure ? 'refused' : 'read'] += 1
  }
  // Otherwise the changes are too tame or too wild to say anything.
  expect(seen.read).toBeGreaterThan(mutations / 50)
  expect(seen.refused).toBeGreaterThan(mutations / 2)
})

test('a message cut off anywhere is refused', async () => {
  const sound = Buffer.from(soundXml.trimEnd())
  expect(await readHostile({ chunks: () => inOne(sound) })).toMatchObject({ records: 3 })
  for (let length = 0; length < sound.length; length += 1) {
    const { failure } = await readHostile({ chunks: () => inOne(sound.subarray(0, length)) })
    expect(failure, `cut after ${length} bytes`).toBeInstanceOf(ImportError)
  }
})

async function* inOne(bytes: Uint8Array) {
  yield bytes
}
