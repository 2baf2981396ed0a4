import { describe, expect, test } from 'vitest'
import { backupName, backupsAmong } from '../backup-name.ts'
import { demoFinding, jobsFinding, linksFinding, schedulesFinding, sourcesFinding } from './content.ts'
import { integrityFinding, schemaFinding, searchIndexFinding } from './database.ts'
import { type Finding, fine, gravest, type Level, problem, warning } from './finding.ts'
import {
  certificateFinding,
  clockFinding,
  clockSanityFinding,
  deskFinding,
  publicUrlFinding,
} from './outside.ts'
import { backupFinding, diskFinding, logFinding, releaseFinding, rightsFinding } from './storage.ts'

const now = new Date('2026-11-25T12:00:00Z')
const megabyte = 1024 * 1024
const ago = (hours: number) => new Date(now.getTime() - hours * 60 * 60_000)
const certificate = (days: number, refusal?: string) =>
  certificateFinding('amt.de', { validTo: ago(-24 * days - 1), refusal }, now)
const backups = (...hours: readonly number[]) =>
  backupFinding(backupsAmong(hours.map((hour) => backupName(ago(hour), 'manual', false))), 'b', now)
const source = (id: string, hours: number, invented = false) => ({
  ...{ id, name: id, invented },
  importedAt: ago(hours).toISOString(),
})
const kept = (id: string, hours: number, everyHours: number) => ({
  ...source(id, 9_999),
  refresh: { everySeconds: everyHours * 3_600, checkedAt: ago(hours).toISOString() },
})
const schedule = (name: string, error: string | null, paused = 0, held = 0) => ({
  ...{ name, error, paused, held },
})
const state = (pending: readonly string[], unknown: readonly string[]) => ({ applied: [], pending, unknown })

const cases: readonly (readonly [Level, string, Finding])[] = [
  ['ok', '10 GB beside a database of 1 GB', diskFinding(10_240 * megabyte, 1_024 * megabyte)],
  ['warning', 'room for the database only twice', diskFinding(2_048 * megabyte, 1_024 * megabyte)],
  ['problem', 'less room than the database has', diskFinding(500 * megabyte, 1_024 * megabyte)],
  ['ok', 'three releases', releaseFinding({ count: 3, bytes: 3 * megabyte }, 'r')],
  ['warning', 'no release', releaseFinding({ count: 0, bytes: 0 }, 'r')],
  ['warning', 'more releases than anybody pins', releaseFinding({ count: 250, bytes: 250 * megabyte }, 'r')],
  ['ok', 'a log of 60 MB', logFinding(60 * megabyte, 3 * megabyte)],
  ['ok', 'a log of 400 MB beside 1 GB', logFinding(400 * megabyte, 1_024 * megabyte)],
  ['warning', 'a log larger than its database', logFinding(100 * megabyte, 3 * megabyte)],
  ['ok', 'a file only its owner can change', rightsFinding(0o100644)],
  ['problem', 'a file everybody can change', rightsFinding(0o100666)],
  ['ok', 'a backup from tonight', backups(8, 32)],
  ['warning', 'a backup from two days ago', backups(48)],
  ['problem', 'a backup from last month', backups(700)],
  ['problem', 'no backup', backups()],
  ['ok', 'a sound database', integrityFinding('ok')],
  ['problem', 'a damaged database', integrityFinding('row 5 missing from index')],
  ['ok', 'the latest schema', schemaFinding(state([], []))],
  ['warning', 'a pending migration', schemaFinding(state(['0020-x'], []))],
  ['problem', 'a migration of a newer program', schemaFinding(state(['0020-x'], ['0099-y']))],
  ['ok', 'an index of this version', searchIndexFinding(true)],
  ['warning', 'an index of another version', searchIndexFinding(false)],
  ['ok', 'a certificate for three months', certificate(90)],
  ['warning', 'a certificate for ten days', certificate(10)],
  ['problem', 'a certificate for two days', certificate(2)],
  ['problem', 'a certificate of yesterday', certificate(-2, 'CERT_HAS_EXPIRED')],
  ['problem', 'a certificate that browsers refuse', certificate(90, 'ERR_TLS_CERT_ALTNAME_INVALID')],
  ['warning', 'a server nobody reaches', certificateFinding('amt.de', { failure: 'timeout' }, now)],
  ['ok', 'an address with TLS', publicUrlFinding('https://amt.de')],
  ['warning', 'an address without TLS', publicUrlFinding('http://amt.de')],
  ['warning', 'no address', publicUrlFinding(undefined)],
  ['ok', 'a desk with TLS', deskFinding('https://amt.de', { clerks: 3, isLocal: true })],
  ['ok', 'a desk on this computer', deskFinding('http://localhost:8080', { clerks: 3, isLocal: true })],
  ['ok', 'no TLS and no desk', deskFinding('http://amt.de', { clerks: 0, isLocal: false })],
  ['warning', 'clerks without TLS', deskFinding('http://amt.de', { clerks: 3, isLocal: false })],
  ['warning', 'local accounts without TLS', deskFinding('http://amt.de', { clerks: 0, isLocal: true })],
  ['warning', 'a name like localhost', deskFinding('http://localhost.amt.de', { clerks: 1, isLocal: true })],
  ['ok', 'a clock that is 2 s ahead', clockFinding(2_000, 'amt.de')],
  ['warning', 'a clock that is 20 s behind', clockFinding(-20_000, 'amt.de')],
  ['problem', 'a clock that is an hour ahead', clockFinding(3_600_000, 'amt.de')],
  ['ok', 'a clock after the last import', clockSanityFinding(now, ago(1).toISOString())],
  ['ok', 'a clock and no import', clockSanityFinding(now, undefined)],
  ['problem', 'a clock before the last import', clockSanityFinding(now, ago(-5).toISOString())],
  ['ok', 'sources of this month', sourcesFinding([source('a', 24 * 20)], 100, now)],
  ['ok', 'old demo data', sourcesFinding([source('a', 1), source('demo', 9_999, true)], 100, now)],
  ['warning', 'a source of last year', sourcesFinding([source('a', 1), source('b', 9_000)], 100, now)],
  ['ok', 'a source looked after every day', sourcesFinding([kept('a', 30, 24)], 100, now)],
  ['warning', 'a source not looked after for two days', sourcesFinding([kept('a', 48, 24)], 100, now)],
  ['ok', 'no scheduled imports', schedulesFinding([])],
  ['ok', 'scheduled imports that work', schedulesFinding([schedule('a', null), schedule('b', 'x', 1)])],
  ['warning', 'a scheduled import that fails', schedulesFinding([schedule('a', 'Gone.')])],
  ['warning', 'a file that is held back', schedulesFinding([schedule('a', 'Shrunk.', 0, 1)])],
  ['problem', 'no sources', sourcesFinding([], 100, now)],
  ['ok', 'invented data nobody sees', demoFinding([source('demo', 1, true)], undefined)],
  ['ok', 'real data', demoFinding([source('a', 1)], 'https://amt.de')],
  ['warning', 'invented data that citizens see', demoFinding([source('demo', 1, true)], 'https://amt.de')],
  ['ok', 'links that live', linksFinding({ alive: 5, new: 2 }, true)],
  ['ok', 'links nobody looks at', linksFinding({ new: 7 }, false)],
  ['warning', 'dead links', linksFinding({ alive: 5, dead: 1, unsafe: 1 }, true)],
  ['ok', 'work that succeeds', jobsFinding([])],
  ['warning', 'work that fails', jobsFinding([{ name: 'link-check', failures: 3 }])],
]

test.each(cases)('%s: %s', (level, _, finding) => {
  expect(finding.level).toBe(level)
})

test.each(cases)('whatever is not %s says what to do: %s', (level, _, finding) => {
  expect(Boolean(finding.todo)).toBe(level !== 'ok')
})

test('sources that are old are named with their day', () => {
  const { what } = sourcesFinding([source('gv100ad', 24 * 200)], 100, now)
  expect(what).toMatch(/gv100ad \(2026-05-09\)/)
})

describe('the whole', () => {
  test('is as grave as its gravest part', () => {
    expect(gravest([fine('a', ''), problem('b', '', ''), warning('c', '', '')])).toBe('problem')
    expect(gravest([fine('a', ''), warning('c', '', '')])).toBe('warning')
    expect(gravest([])).toBe('ok')
  })
})
