import { expect } from '@open-wc/testing'
import { ApiError } from '@amtsweg/client'
import { createDeskApi } from './api.ts'
import { type Answers, fakeFetch, problem } from './testing.ts'

function ask(
  answers: Answers,
  signInAgain: () => Promise<void> = () => Promise.reject(new Error('nobody signs in')),
) {
  const { fetch, asked } = fakeFetch(answers)
  return { api: createDeskApi({ fetch, authority: () => 'musterstadt', signInAgain }), asked }
}

const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('it should have been refused'),
    (error: unknown) => error,
  )

describe('a request of the desk', () => {
  it('is for the authority that is worked for, unless it says another', async () => {
    const { api, asked } = ask({ 'GET /audit': { items: [] } })
    await api.get('/audit')
    await api.get('/audit', { authority: null })
    await api.get('/audit', { authority: 'anderswo' })
    expect(asked.map(({ headers }) => headers.get('amtsweg-authority'))).to.deep.equal([
      'musterstadt',
      null,
      'anderswo',
    ])
  })

  it('says what a change builds on, and gives the new tag', async () => {
    const { api, asked } = ask({
      'PUT /units/x/record': () => Response.json({ id: 'x' }, { headers: { etag: '"2"' } }),
    })
    const { etag } = await api.put('/units/x/record', { a: 1 }, { etag: '"1"' })
    await api.put('/units/x/record', {}, { isNew: true })
    expect(etag).to.equal('"2"')
    expect(asked[0]!.headers.get('if-match')).to.equal('"1"')
    expect(asked[0]!.body).to.deep.equal({ a: 1 })
    expect(asked[1]!.headers.get('if-none-match')).to.equal('*')
  })

  it('is made once where a button is clicked twice, and again once it is answered', async () => {
    const { api, asked } = ask({ 'POST /tokens': { secret: 's' } })
    const [one, other] = await Promise.all([api.post('/tokens', { a: 1 }), api.post('/tokens', { a: 1 })])
    expect(asked).to.have.length(1)
    expect(other).to.equal(one)
    await Promise.all([api.post('/tokens', { a: 1 }), api.post('/tokens', { a: 2 })])
    expect(asked).to.have.length(3)
  })

  it('is made once more where the server is busy and says until when, as nothing was done yet', async () => {
    const busy = problem(503, 'unavailable')
    busy.headers.set('retry-after', '1')
    const answers = [busy, Response.json({ a: 1 }), busy]
    const { api, asked } = ask({ 'PUT /units/x/hours': () => Promise.resolve(answers.shift()!.clone()) })
    expect((await api.put('/units/x/hours', {})).data).to.deep.equal({ a: 1 })
    answers.push(busy)
    expect(await caught(api.put('/units/x/hours', {}))).to.have.property('status', 503)
    expect(asked).to.have.length(4)
  }).timeout(10_000)

  it('that is refused becomes an error with code and parts', async () => {
    const errors = [{ pointer: '/name', detail: 'too short' }]
    const { api } = ask({ 'PUT /units/x/record': problem(422, 'invalid-body', { errors }) })
    const error = await caught(api.put('/units/x/record', {}))
    expect(error).to.be.instanceOf(ApiError)
    expect(error).to.deep.include({ code: 'invalid-body', status: 422, errors })
  })

  it('that nobody answers is a failure of the net', async () => {
    const api = createDeskApi({
      fetch: () => Promise.reject(new TypeError('Failed to fetch')),
      authority: () => undefined,
      signInAgain: () => Promise.reject(),
    })
    expect(await caught(api.get('/audit'))).to.have.property('name', 'NetworkError')
  })

  it('under a lost session waits for the sign-in and is repeated as it was', async () => {
    let isSignedIn = false
    const { api, asked } = ask(
      { 'PUT /units/x/record': () => (isSignedIn ? { id: 'x' } : problem(401, 'session-missing')) },
      async () => void (isSignedIn = true),
    )
    await api.put('/units/x/record', { a: 1 }, { etag: '"1"' })
    expect(asked.map(({ body }) => body)).to.deep.equal([{ a: 1 }, { a: 1 }])
    expect(asked[1]!.headers.get('if-match')).to.equal('"1"')
  })
})
