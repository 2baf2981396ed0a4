import { expect } from '@open-wc/testing'
import type { PageEntry } from './pages.ts'
import { locate, safeReturn } from './router.ts'

const page = (path: string): PageEntry => ({ path, label: path, tag: 'desk-x', load: async () => {} })
const pages = [page('/desk/'), page('/desk/units'), page('/desk/units/:id')]
const at = (address: string) => locate(pages, new URL(address, 'https://amt.example'))

describe('an address of the desk', () => {
  for (const [address, path, params] of [
    ['/desk', '/desk/', {}],
    ['/desk/', '/desk/', {}],
    ['/desk/units', '/desk/units', {}],
    ['/desk/units/?q=a', '/desk/units', {}],
    ['/desk/units/amt%20eins', '/desk/units/:id', { id: 'amt eins' }],
    ['/desk/units/50%', '/desk/units/:id', { id: '50%' }],
    ['/desk/units/a/b', undefined, {}],
    ['/desk/other', undefined, {}],
  ] as const) {
    it(`${address} is ${path ?? 'no page'}`, () => {
      const found = at(address)
      expect(found.page?.path).to.equal(path)
      expect(found.params).to.deep.equal(params)
    })
  }

  it('keeps its query', () => expect(at('/desk/units?q=a').query.get('q')).to.equal('a'))
})

describe('the way back after signing in', () => {
  for (const [wanted, address] of [
    [null, '/desk/'],
    ['/desk/units?q=a', '/desk/units?q=a'],
    ['/desk/sign-in', '/desk/'],
    ['/', '/desk/'],
    ['/api/v1/session', '/desk/'],
    ['//evil.example/desk/', '/desk/'],
    ['https://evil.example/desk/', '/desk/'],
    ['/\\evil.example', '/desk/'],
    ['/desk/../embed.js', '/desk/'],
    ['javascript:alert(1)', '/desk/'],
  ] as const)
    it(`from ${wanted} leads to ${address}`, () => expect(safeReturn(wanted)).to.equal(address))
})
