import { expect } from '@open-wc/testing'
import fc from 'fast-check'
import type { LifeSituation } from '@amtsweg/contract'
import { hidden, inOrder, isHidden, levelAt, nameOf, nothingSaid, renamed, reordered } from './arrangement.ts'

const one = (id: string, children: LifeSituation[] = []): LifeSituation => ({
  id,
  name: id,
  services: 1,
  children,
})
const tree = [one('tiere', [one('hund'), one('katze')]), one('wohnen'), one('reisen')]
const ids = (some: readonly LifeSituation[]) => some.map(({ id }) => id)

describe('the order of life situations', () => {
  it('begins with those of the order, and goes on as usual', () =>
    expect(ids(inOrder(tree, { ...nothingSaid, order: ['reisen', 'hund'] }))).to.deep.equal([
      'reisen',
      'tiere',
      'wohnen',
    ]))

  it('is what somebody has made it, and stays what it was elsewhere', () => {
    const shuffled = (some: readonly LifeSituation[]) =>
      fc.shuffledSubarray(ids(some), { minLength: some.length })
    fc.assert(
      fc.property(shuffled(tree), shuffled(tree[0]!.children), (top, below) => {
        const settings = reordered(reordered(nothingSaid, top), below)
        expect(ids(inOrder(tree, settings))).to.deep.equal(top)
        expect(ids(inOrder(tree[0]!.children, settings))).to.deep.equal(below)
      }),
    )
  })
})

describe('a life situation', () => {
  it('is hidden and no longer', () => {
    const settings = hidden({ ...nothingSaid, show: ['tiere'] }, 'tiere', true)
    expect([isHidden(settings, 'tiere'), settings.show]).to.deep.equal([true, []])
    expect(hidden(settings, 'tiere', false)).to.deep.equal(nothingSaid)
  })

  const names: readonly (readonly [wanted: string, name: string, rename: object])[] = [
    [' Haustiere ', 'Haustiere', { tiere: { de: 'Haustiere' } }],
    ['tiere', 'tiere', {}],
    ['  ', 'tiere', {}],
  ]
  for (const [wanted, name, rename] of names)
    it(`called „${wanted}“ is called „${name}“`, () => {
      const settings = renamed(nothingSaid, tree[0]!, wanted)
      expect([nameOf(settings, tree[0]!), settings.rename]).to.deep.equal([name, rename])
    })

  it('keeps its names in other languages', () => {
    const settings = { ...nothingSaid, rename: { tiere: { de: 'Haustiere', en: 'Pets' } } }
    expect(renamed(settings, tree[0]!, '').rename).to.deep.equal({ tiere: { en: 'Pets' } })
  })

  it('has those below it', () => {
    expect(ids(levelAt(tree, ['tiere']))).to.deep.equal(['hund', 'katze'])
    expect(levelAt(tree, ['nirgends'])).to.equal(tree)
  })
})
