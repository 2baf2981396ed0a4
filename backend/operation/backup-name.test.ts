import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backupName, backupsAmong, surplus } from './backup-name.ts'
import { backupKinds } from './manifest.ts'

const moment = fc.date({
  min: new Date('2026-01-01'),
  max: new Date('2099-12-31'),
  noInvalidDate: true,
})
const backup = fc.tuple(moment, fc.constantFrom(...backupKinds), fc.boolean())

test('the name of a backup tells when it was made, why, and whether it is encrypted', () => {
  const noon = new Date('2026-11-25T12:00:01.500Z')
  expect(backupName(noon, 'manual', false)).toBe('amtsweg-2026-11-25T12-00-01Z.backup.tar')
  expect(backupName(noon, 'upgrade', true)).toBe('amtsweg-2026-11-25T12-00-01Z-before-upgrade.backup.tar.age')
})

test('what a name tells is read again from it', () => {
  fc.assert(
    fc.property(backup, ([date, kind, encrypted]) => {
      const name = backupName(date, kind, encrypted)
      const createdAt = `${date.toISOString().slice(0, 19)}.000Z`
      expect(backupsAmong([name])).toEqual([{ name, kind, createdAt, encrypted }])
    }),
  )
})

test.each([
  'amtsweg.sqlite',
  'amtsweg-2026-11-25T12-00-01Z.backup.tar.part',
  'copy of amtsweg-2026-11-25T12-00-01Z.backup.tar',
  'amtsweg-2026-11-25T12-00-01Z.backup.tar.gz',
])('%s is not taken for a backup', (name) => {
  expect(backupsAmong([name])).toEqual([])
})

describe('where only some backups are kept', () => {
  const day = (date: number, kind: 'manual' | 'upgrade' = 'manual') =>
    backupName(new Date(Date.UTC(2026, 10, date)), kind, false)

  test('the oldest go', () => {
    expect(surplus([day(3), day(1), day(2)], 'manual', 2)).toEqual([day(1)])
  })

  test('those made before upgrades are counted for themselves', () => {
    expect(surplus([day(1, 'upgrade'), day(2), day(3)], 'manual', 1)).toEqual([day(2)])
  })

  test('never more go than are too many, and never the newest', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 900 })),
        fc.integer({ min: 1, max: 9 }),
        (days, keep) => {
          const names = days.map((date) => day(date))
          const gone = surplus(names, 'manual', keep)
          expect(gone).toHaveLength(Math.max(0, names.length - keep))
          expect(gone).not.toContain(backupsAmong(names)[0]?.name)
        },
      ),
    )
  })
})
