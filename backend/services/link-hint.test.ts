import { expect, test } from 'vitest'
import { linkHint } from './link-hint.ts'

const bare = { status: null, cause: null, movedTo: null }

test.each([
  [{ ...bare, verdict: 'moved', status: 200, movedTo: 'https://neu.de/' }, 'replace it by https://neu.de/'],
  [{ ...bare, verdict: 'dead', status: 404 }, 'look for its new address'],
  [{ ...bare, verdict: 'dead', status: 410 }, 'remove the link'],
  [{ ...bare, verdict: 'dead', cause: 'no-such-host' }, 'no server of this name'],
  [{ ...bare, verdict: 'unsafe', cause: 'certificate' }, 'browsers warn'],
  [{ ...bare, verdict: 'suspicious', status: 200, cause: 'start-page' }, 'start page'],
  [{ ...bare, verdict: 'failing', status: 502 }, 'reports an error (502)'],
  [{ ...bare, verdict: 'blocked', status: 403 }, 'look at it yourself'],
  [{ ...bare, verdict: 'login', status: 401 }, 'Asks for a login'],
  [{ ...bare, verdict: 'refused', cause: 'internal-address' }, 'readers at home cannot reach'],
  [{ ...bare, verdict: 'malformed' }, 'no usable mail address'],
] as const)('%j comes with a word of advice', (facts, words) => {
  expect(linkHint(facts)).toContain(words)
})
