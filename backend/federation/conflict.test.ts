import { describe, expect, test } from 'vitest'
import { decide, decideGone, type Here, type Way } from './conflict.ts'

const way: Way = {
  ...{ subscription: 's', from: 'neighbour', own: 'here', others: new Set(['friend']), whole: false },
}
const there = (origin: string, version = 1, via: string | null = 's'): Here => ({ origin, version, via })

describe('whoever keeps a record alone writes it', () => {
  test.each<
    [what: string, origin: string, version: number, here: Here | undefined, whole: boolean, decision: string]
  >([
    ['one that nobody has here is taken', 'neighbour', 1, undefined, false, 'take'],
    ['one that is passed on is taken as well', 'far', 1, undefined, false, 'take'],
    ['what we have written ourselves does not come back', 'here', 9, there('', 1, null), false, 'drop'],
    ['nor when we have deleted it', 'here', 9, undefined, false, 'drop'],
    ['whom we ask ourselves, nobody else speaks for', 'friend', 9, undefined, false, 'drop'],
    ['what is kept here stays', 'neighbour', 9, there('', 1, null), false, 'withhold'],
    ['what another node keeps stays', 'neighbour', 9, there('far'), false, 'withhold'],
    ['a newer one counts', 'neighbour', 2, there('neighbour', 1), false, 'take'],
    ['the same again changes nothing', 'neighbour', 1, there('neighbour', 1), false, 'same'],
    ['an older one changes nothing', 'neighbour', 1, there('neighbour', 2), false, 'same'],
    [
      'a node that has lost its last changes is right about itself',
      'neighbour',
      1,
      there('neighbour', 2),
      true,
      'take',
    ],
    ['but nobody is about others', 'far', 1, there('far', 2), true, 'same'],
    ['of two that pass it on the first is heard', 'far', 9, there('far', 1, 'other'), false, 'withhold'],
    ['but the node itself before both', 'neighbour', 1, there('neighbour', 5, 'other'), false, 'take'],
    [
      'what a subscription has left behind is taken over',
      'neighbour',
      1,
      there('neighbour', 5, null),
      false,
      'take',
    ],
  ])('%s', (_, origin, version, here, whole, decision) => {
    expect(decide({ origin, version }, here, { ...way, whole })).toBe(decision)
  })

  test.each<[what: string, origin: string, version: number, here: Here | undefined, decision: string]>([
    ['what came this way goes this way', 'neighbour', 2, there('neighbour', 1), 'remove'],
    ['also where nothing else is told of it', 'far', 1, there('far', 1), 'remove'],
    ['what is not here cannot go', 'neighbour', 2, undefined, 'drop'],
    ['what is kept here stays', 'neighbour', 9, there('', 1, null), 'drop'],
    ['what came another way stays', 'far', 9, there('far', 1, 'other'), 'drop'],
    ['an old deletion does not undo a newer record', 'neighbour', 1, there('neighbour', 2), 'drop'],
    ['whom we ask ourselves, nobody else speaks for', 'friend', 9, there('friend', 1), 'drop'],
  ])('gone: %s', (_, origin, version, here, decision) => {
    expect(decideGone({ origin, version }, here, way)).toBe(decision)
  })
})
