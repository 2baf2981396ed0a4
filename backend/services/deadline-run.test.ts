import { expect, test } from 'vitest'
import type { TimeUnit } from '@amtsweg/contract'
import { runOf } from './deadline-run.ts'

const weeks = { kind: 'duration', value: 2, unit: 'WOCHE' } as const

test.each([
  ['nach dem Einzug', 'after'],
  ['nach der Geburt', 'after'],
  ['Nach dem Todestag, spätestens', 'after'],
  ['ab Zugang des Bescheids', 'after'],
  ['innerhalb der Frist', 'after'],
  ['after moving in', 'after'],
  ['', 'after'],
  [undefined, 'after'],
  ['gilt die Genehmigung, wenn nicht begonnen wird', undefined],
  ['gilt die Anmeldung nach der Prüfung', undefined],
  ['rückwirkend wird höchstens für einen Monat vor dem Antrag gezahlt', undefined],
  ['vor Beginn der Arbeiten', undefined],
  ['vorher anzeigen', undefined],
  ['nach dem Auszug, frühestens eine Woche vorher', undefined],
  ['hat der Träger, um seine Zuständigkeit zu klären', undefined],
  ['Nachname', undefined],
] as const)('two weeks "%s" run %s', (text, run) => expect(runOf({ ...weeks, text })).toBe(run))

test('who wrote it knows better than its words', () => {
  expect(runOf({ ...weeks, text: 'vor Beginn der Arbeiten', runs: 'before' })).toBe('before')
  expect(runOf({ ...weeks, text: 'nach dem Auszug, frühestens vorher', runs: 'after' })).toBe('after')
  expect(runOf({ ...weeks, text: 'nach der Anzeige', runs: 'none' })).toBeUndefined()
})

test.each(['STUNDE', 'MINUTE', 'SEKUNDE'] as const satisfies readonly TimeUnit[])(
  'no day can be counted in the unit %s',
  (unit) => expect(runOf({ kind: 'duration', value: 48, unit, runs: 'after' })).toBeUndefined(),
)

test('what has no length does not run', () => {
  expect(runOf({ kind: 'text', text: 'nach dem Kauf' })).toBeUndefined()
  expect(runOf({ kind: 'dates', to: '2027-01-19' })).toBeUndefined()
  expect(runOf({ ...weeks, value: 0 })).toBeUndefined()
  expect(runOf({ ...weeks, value: -2, runs: 'after' })).toBeUndefined()
})
