import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { begun, type DraftAct, type DraftFacts, type DraftState, draftStates, step } from './draft-steps.ts'

const erika = 'clerk:erika'
const max = 'clerk:max'
const program = 'token:cms'
const acts = [
  'save',
  'submit',
  'approve',
  'reject',
  'withdraw',
  'schedule',
  'publish',
  'fail',
  'return',
] as const

const inState = (state: DraftState, approvedBy: string | null = null): DraftFacts => ({
  state,
  authors: [erika],
  approvedBy,
})

describe('where a second person has to look first', () => {
  test.each<[DraftState, DraftAct, string, ReturnType<typeof step> | DraftState]>([
    ['draft', 'publish', erika, 'approval-needed'],
    ['draft', 'schedule', erika, 'approval-needed'],
    ['draft', 'approve', max, 'draft-not-ready'],
    ['submitted', 'publish', max, 'draft-not-ready'],
    ['submitted', 'approve', erika, 'own-draft'],
    ['submitted', 'approve', program, 'own-draft'],
    ['submitted', 'approve', max, 'approved'],
    ['scheduled', 'return', erika, 'submitted'],
    ['approved', 'return', erika, 'draft-not-ready'],
    ['submitted', 'reject', max, 'rejected'],
    ['conflict', 'publish', erika, 'approval-needed'],
    ['published', 'save', erika, 'draft-not-ready'],
  ])('%s: %s by %s is %s', (state, act, by, outcome) => {
    const next = step(inState(state), act, { by, fourEyes: true })
    expect(typeof next === 'string' ? next : next.state).toBe(outcome)
  })

  test('what was approved is published by whoever wrote it', () => {
    expect(step(inState('approved', max), 'publish', { by: erika, fourEyes: true })).toMatchObject({
      state: 'published',
    })
  })

  test('whoever has made the token that wrote it cannot approve of it', () => {
    const draft: DraftFacts = { state: 'submitted', authors: [program], approvedBy: null }
    expect(step(draft, 'approve', { by: erika, alsoAs: [program], fourEyes: true })).toBe('own-draft')
    expect(step(draft, 'approve', { by: max, alsoAs: ['token:other'], fourEyes: true })).toMatchObject({
      approvedBy: max,
    })
  })

  test('what is given back has to be approved of anew', () => {
    expect(step(inState('scheduled', max), 'return', { by: erika, fourEyes: true })).toMatchObject({
      state: 'submitted',
      approvedBy: null,
    })
  })

  test('whoever corrects it cannot approve of it any more', () => {
    const saved = step(inState('submitted'), 'save', { by: max, fourEyes: true }) as DraftFacts
    const submitted = step(saved, 'submit', { by: erika, fourEyes: true }) as DraftFacts
    expect(step(submitted, 'approve', { by: max, fourEyes: true })).toBe('own-draft')
  })
})

test('elsewhere a draft is published or scheduled at once', () => {
  for (const act of ['publish', 'schedule'] as const)
    expect(step(inState('draft'), act, { by: erika, fourEyes: false })).toMatchObject({ authors: [erika] })
})

/** Somebody does something, perhaps after the authority has changed its mind about second persons. */
const moves = fc.array(
  fc.record({
    act: fc.constantFrom(...acts),
    by: fc.constantFrom(erika, max, 'clerk:uwe', program),
    fourEyes: fc.boolean(),
  }),
  { maxLength: 40 },
)
type Move = typeof moves extends fc.Arbitrary<readonly (infer One)[]> ? One : never

/** Everything a draft has been, with the move that led there. */
function walk(by: string, path: readonly Move[]) {
  const been: { readonly move?: Move; readonly draft: DraftFacts }[] = [{ draft: begun(by) }]
  for (const move of path) {
    const next = step(been.at(-1)!.draft, move.act, move)
    if (typeof next !== 'string') been.push({ move, draft: next })
  }
  return been
}

const holds = (check: (been: ReturnType<typeof walk>) => boolean) =>
  fc.assert(
    fc.property(fc.constantFrom(erika, program), moves, (by, path) => check(walk(by, path))),
    { numRuns: 2_000 },
  )

describe('however a draft wanders', () => {
  test('nothing is published against the rule without the approval of a clerk who wrote nothing in it', () =>
    holds((been) =>
      been.every(
        ({ move, draft }) =>
          !(move?.fourEyes && (move.act === 'publish' || move.act === 'schedule')) ||
          (draft.approvedBy?.startsWith('clerk:') && !draft.authors.includes(draft.approvedBy)),
      ),
    ))

  test('an approval is of what was there last: no writing lies between', () =>
    holds((been) =>
      been.every(({ draft }, index) => {
        if (draft.approvedBy === null) return true
        const past = been.slice(0, index + 1)
        const approval = past.findLastIndex(({ move }) => move?.act === 'approve')
        const writing = past.findLastIndex(({ move }) => move === undefined || move.act === 'save')
        return approval > writing && past[approval]?.move?.by === draft.approvedBy
      }),
    ))

  test('it is published once, and nothing is done with it after that', () =>
    holds(
      (been) =>
        been.findIndex(({ draft }) => draft.state === 'published') in { '-1': 1, [been.length - 1]: 1 },
    ))

  test('everybody who wrote in it is known, and nobody is forgotten', () =>
    holds((been) =>
      been.every(({ draft }, index) =>
        been.slice(1, index + 1).every(({ move }) => move?.act !== 'save' || draft.authors.includes(move.by)),
      ),
    ))

  test('there is a way on from everywhere but the end', () => {
    for (const state of draftStates)
      expect(
        acts.some((act) => typeof step(inState(state), act, { by: max, fourEyes: true }) !== 'string'),
      ).toBe(state !== 'published')
  })
})
