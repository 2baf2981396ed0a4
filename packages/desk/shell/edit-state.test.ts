import { expect } from '@open-wc/testing'
import { type EditState, isConflict, readEdit, saveEdit } from './edit-state.ts'
import { type Asked, fakeDesk, problem } from './testing.ts'

const tagged = (body: object, etag: string) => Response.json(body, { headers: { etag } })
const state: EditState<object> = { path: '/x', data: { a: 1 }, etag: '"1"' }
const changed = (response: Response) => {
  response.headers.set('amtsweg-change', '7')
  return response
}
const saving = (state: EditState<object>, body: object | undefined = { a: 2 }) => ({
  ...{ state, body, told: 'Gespeichert.', onUndone: () => undefined },
})

describe('what is edited', () => {
  it('is read with its tag, or is nothing yet', async () => {
    const { desk } = fakeDesk({ 'GET /x': () => tagged({ a: 1 }, '"1"') })
    expect(await readEdit(desk, '/x', {})).to.deep.equal(state)
    expect(await readEdit(desk, '/y', {})).to.deep.equal({ path: '/y', data: {}, etag: undefined })
  })

  it('is written over what was read, and can be taken back by its number in the history', async () => {
    let isUndone = false
    const { desk, asked, notices } = fakeDesk({
      'PUT /x': ({ body }: Asked) => changed(Response.json(body)),
      'POST /history/7/undo': { subject: '/x', change: '8' },
    })
    const onUndone = () => (isUndone = true)
    expect(await saveEdit(desk, { ...saving(state), onUndone })).to.equal('published')
    await notices[0]!.undo!()
    expect(asked.map(({ method, path, headers }) => [method, path, headers.get('if-match')])).to.deep.equal([
      ['PUT', '/x', '"1"'],
      ['POST', '/history/7/undo', null],
    ])
    expect(isUndone).to.equal(true)
  })

  it('comes back, where it was deleted', async () => {
    const { desk, asked, notices } = fakeDesk({
      'DELETE /x': () => changed(new Response(null, { status: 204 })),
      'POST /history/7/undo': { subject: '/x', change: '8' },
    })
    await saveEdit(desk, { ...saving(state), body: undefined })
    await notices[0]!.undo!()
    expect(asked.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
      'DELETE /x',
      'POST /history/7/undo',
    ])
  })

  it('offers nothing where nothing has changed', async () => {
    const { desk, notices } = fakeDesk({ 'PUT /x': () => Response.json({}) })
    await saveEdit(desk, saving(state))
    expect(notices).to.deep.equal([{ text: 'Gespeichert.' }])
  })

  it('stays as somebody else has changed it meanwhile', async () => {
    const { desk, notices } = fakeDesk({
      'PUT /x': () => changed(Response.json({})),
      'POST /history/7/undo': problem(412, 'precondition-failed'),
    })
    await saveEdit(desk, saving(state))
    await notices[0]!.undo!()
    expect(notices[1]!.text).to.contain('Inzwischen')
  })

  it('is saved where it is there already, as the answer to the first try was lost', async () => {
    const { desk, notices } = fakeDesk({
      'PUT /x': problem(412, 'precondition-failed'),
      'GET /x': () => tagged({ id: 'x', a: 2 }, '"2"'),
    })
    expect(await saveEdit(desk, saving(state))).to.equal('published')
    expect(notices).to.deep.equal([{ text: 'Gespeichert.' }])
  })

  it('is in conflict where something else is there', async () => {
    const { desk } = fakeDesk({
      'PUT /x': problem(412, 'precondition-failed'),
      'GET /x': () => tagged({ a: 3 }, '"2"'),
    })
    let refused: unknown
    await saveEdit(desk, saving(state)).catch((error: unknown) => (refused = error))
    expect(isConflict(refused)).to.equal(true)
  })

  it('waits for a second person, where an authority wants one', async () => {
    const { desk, asked, notices } = fakeDesk({ 'PUT /x': problem(409, 'approval-needed') })
    const api: typeof desk.api = {
      ...desk.api,
      put: (path, body, options) =>
        path.startsWith('/drafts/')
          ? (asked.push({ method: 'PUT', path, body, headers: new Headers() }),
            Promise.resolve({ data: undefined as never, etag: '"d"', change: undefined, status: 200 }))
          : desk.api.put(path, body, options),
      post: (path, body, options) => {
        asked.push({ method: 'POST', path, body, headers: new Headers({ 'if-match': options!.etag! }) })
        return Promise.resolve({ data: undefined as never, etag: undefined, change: undefined, status: 200 })
      },
    }
    expect(await saveEdit({ ...desk, api }, saving(state))).to.equal('submitted')
    expect(asked[1]!.body).to.deep.equal({ subject: '/x', wanted: { a: 2 }, basedOn: '"1"' })
    expect(asked[2]!.path).to.equal(`${asked[1]!.path}/submit`)
    expect(asked[2]!.headers.get('if-match')).to.equal('"d"')
    expect(notices[0]!.text).to.contain('Freigabe')
    expect(notices[0]!.undo).to.equal(undefined)
  })
})
