import { expect } from '@open-wc/testing'
import { draftOf, dropDrafts } from './drafts.ts'
import { fakeDesk, sampleSession } from './testing.ts'

const { desk } = fakeDesk({})
const other = { ...desk, session: { ...sampleSession, clerk: { ...sampleSession.clerk, id: 'c2' } } }

describe('a draft', () => {
  afterEach(() => sessionStorage.clear())

  it('is there again after a reload, until it is dropped', () => {
    draftOf(desk, 'units/x').keep({ name: 'Bürger' })
    expect(draftOf(desk, 'units/x').read()).to.deep.equal({ name: 'Bürger' })
    draftOf(desk, 'units/x').drop()
    expect(draftOf(desk, 'units/x').read()).to.be.undefined
  })

  it('is not for another clerk, and not for another form', () => {
    draftOf(desk, 'units/x').keep({ name: 'Bürger' })
    expect(draftOf(other, 'units/x').read()).to.be.undefined
    expect(draftOf(desk, 'units/y').read()).to.be.undefined
  })

  it('ends with the sign-out', () => {
    sessionStorage.setItem('other', '1')
    draftOf(desk, 'units/x').keep({})
    dropDrafts()
    expect(Object.keys(sessionStorage)).to.deep.equal(['other'])
  })
})
