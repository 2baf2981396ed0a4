import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkTable } from './link-table.ts'
import type { LinkReportEntry } from './repository-link-report.ts'

const entry: LinkReportEntry = {
  url: 'https://amt.de/',
  verdict: 'dead',
  status: 404,
  cause: null,
  movedTo: null,
  since: '2026-11-20T09:00:00.000Z',
  checkedAt: '2026-11-23T09:00:00.000Z',
  marked: true,
  owner: 'service',
  ownerId: 'pass',
  ownerName: 'Pass',
  section: '06',
  layer: 'text',
  regionKey: '13',
  lang: 'de',
  hint: 'Look, and "think"',
}
const read = (table: string) => parse(table, { columns: true }) as Record<string, string>[]

test('a report is a table with a line for each place', () => {
  expect(read(linkTable([entry, { ...entry, status: null, marked: false }]))).toMatchObject([
    {
      verdict: 'dead',
      status: '404',
      marked: 'true',
      movedTo: '',
      regionKey: '13',
      hint: 'Look, and "think"',
    },
    { status: '', marked: 'false' },
  ])
})

test('whatever a name or an address says, a spreadsheet reads it as text', () => {
  const wild = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '\0'), fc.string())
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(wild, wild, (ownerName, hint) => {
      const [row] = read(linkTable([{ ...entry, ownerName, hint }]))
      const cells = Object.values(row!)
      const plain = (cell: string) => cell.replace(/^'/, '')
      return (
        cells.every((cell) => !/^[=+\-@\t\r\0]/.test(cell)) &&
        (row!['ownerName'] === ownerName || plain(row!['ownerName']!) === ownerName)
      )
    }),
    { numRuns: 80 },
  )
}, 30_000)
