import { describe, expect, test, vi } from 'vitest'
import type { ApiClient } from '@amtsweg/client'
import { ApiError } from '@amtsweg/client'
import type { Area } from '@amtsweg/contract'
import { fakeClient } from '@amtsweg/kit/testing.ts'
import { createLists } from './lists.ts'

/** Lists over a client, and a way to wait until they have changed. */
function open(answers: Partial<ApiClient>) {
  const changed = vi.fn<() => void>()
  const lists = createLists(fakeClient(answers), () => 'de', changed)
  const settled = async (times: number) =>
    void (await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(times)))
  return { lists, settled }
}

const wismar = { name: 'Wismar' } as Area

describe('the name of a key', () => {
  test('is the key until it is known, and asked for once', async () => {
    const area = vi.fn<ApiClient['area']>(async () => wismar)
    const { lists, settled } = open({ area })
    expect([lists.nameOf('area', '13'), lists.nameOf('area', '13')]).toEqual(['13', '13'])
    await settled(1)
    expect(lists.nameOf('area', '13')).toBe('Wismar')
    expect(area).toHaveBeenCalledTimes(1)
  })

  test('is undefined where nobody knows it', async () => {
    const unknown = new ApiError({
      status: 404,
      code: 'area-unknown',
      type: '/problems/area-unknown',
      title: '',
    })
    const { lists, settled } = open({ area: () => Promise.reject(unknown) })
    lists.nameOf('area', '99')
    await settled(1)
    expect(lists.nameOf('area', '99')).toBeUndefined()
  })

  test('stays the key where nobody answers, until it is asked for again', async () => {
    const area = vi
      .fn<ApiClient['area']>()
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValueOnce(wismar)
    const { lists, settled } = open({ area })
    lists.nameOf('area', '13')
    await settled(1)
    expect(lists.nameOf('area', '13')).toBe('13')
    lists.forget()
    lists.nameOf('area', '13')
    await settled(2)
    expect(lists.nameOf('area', '13')).toBe('Wismar')
  })
})

test('life situations that cannot be had are said to have failed, and are asked for again later', async () => {
  const lifeSituations = vi
    .fn<ApiClient['lifeSituations']>()
    .mockRejectedValueOnce(new Error('offline'))
    .mockResolvedValueOnce({
      items: [{ id: 'geburt', name: 'Geburt', services: 3, children: [] }],
      next: null,
    })
  const { lists, settled } = open({ lifeSituations })
  expect(lists.lifeSituations()).toEqual([])
  await settled(1)
  expect(lists.lifeSituations()).toBe('failed')
  lists.forget()
  lists.lifeSituations()
  await settled(2)
  expect(lists.lifeSituations()).toHaveLength(1)
})
