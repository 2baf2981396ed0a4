import { expect } from '@open-wc/testing'
import { type Answers, fakeDesk, problem } from '../shell/testing.ts'
import { words as shellWords } from '../shell/words.ts'
import { saveForLater, undoChange } from './save.ts'
import { words } from './words.ts'

const path = '/units/rathaus/hours'
/** Whatever id a draft is given, it is kept. */
const withDrafts = (answers: Answers): Answers =>
  new Proxy(answers, { get: (all, key: string) => (/^(PUT|POST) .drafts./.test(key) ? {} : all[key]) })

describe('a change for later', () => {
  it('is kept as a draft, whose page is opened', async () => {
    const { desk, gone, asked } = fakeDesk(withDrafts({}))
    await saveForLater(desk, { path, wanted: null, etag: undefined })
    expect(asked[0]!.body).to.deep.equal({ subject: path, wanted: null, basedOn: null })
    expect(asked[0]!.headers.get('if-none-match')).to.equal('*')
    expect(gone).to.deep.equal([`/desk/changes/${asked[0]!.path.slice('/drafts/'.length)}`])
  })
})

describe('changes for later', () => {
  it('are a draft each; their list is opened', async () => {
    const { desk, gone, asked } = fakeDesk(withDrafts({}))
    const wish = { path, wanted: {}, etag: '"1"' }
    await saveForLater(desk, wish, { ...wish, path: '/units/rathaus/record' })
    expect(asked.map(({ body }) => (body as { subject: string }).subject)).to.deep.equal([
      path,
      '/units/rathaus/record',
    ])
    expect(gone).to.deep.equal(['/desk/changes'])
  })
})

describe('a change', () => {
  const undone = async (answer: unknown) => {
    const { desk, notices } = fakeDesk({ 'POST /history/7/undo': answer })
    return [await undoChange(desk, '7'), notices[0]?.text]
  }

  it('is undone', async () =>
    expect(await undone({ subject: path, change: '8' })).to.deep.equal([true, words.undone]))

  const refusals = [
    [412, 'precondition-failed', words.notUndone],
    [409, 'not-undoable', words.notKept],
    [404, 'change-unknown', words.notKept],
  ] as const
  for (const [status, code, text] of refusals)
    it(`is not where that is ${code}, and it is said why`, async () =>
      expect(await undone(problem(status, code))).to.deep.equal([false, text]))

  const proposed = async (present: object) => {
    const { desk, notices, asked } = fakeDesk(
      withDrafts({
        'POST /history/7/undo': problem(409, 'approval-needed'),
        'GET /history/7': { subject: path, before: { note: 'vorher' }, after: { note: 'nachher' } },
        [`GET ${path}`]: present,
      }),
    )
    const isDone = await undoChange(desk, '7')
    const drafts = asked.filter(({ path: at }) => at.startsWith('/drafts/'))
    return { isDone, told: notices[0]?.text, drafts }
  }

  it('is laid before a second person where one has to look first', async () => {
    const { isDone, told, drafts } = await proposed({ note: 'nachher' })
    expect([isDone, told]).to.deep.equal([true, shellWords.submitted])
    expect(drafts.map(({ method }) => method)).to.deep.equal(['PUT', 'POST'])
    expect(drafts[0]!.body).to.deep.include({ subject: path, wanted: { note: 'vorher' } })
  })

  it('is not where it was changed again meanwhile', async () => {
    const { isDone, told, drafts } = await proposed({ note: 'noch später' })
    expect([isDone, told, drafts]).to.deep.equal([false, words.notUndone, []])
  })
})
