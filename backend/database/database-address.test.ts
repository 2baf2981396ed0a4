import { expect, test } from 'vitest'
import { databaseFile, isServerAddress, shownAddress } from './database-address.ts'

test.each([
  ['sqlite:./var/amtsweg.sqlite', './var/amtsweg.sqlite'],
  ['sqlite:/srv/amtsweg.sqlite', '/srv/amtsweg.sqlite'],
  ['sqlite:///srv/amtsweg.sqlite', '/srv/amtsweg.sqlite'],
  ['sqlite::memory:', undefined],
  ['postgres://localhost/amtsweg', undefined],
])('the file of %s is %s', (url, file) => {
  expect(databaseFile(url)).toBe(file)
})

test.each([
  ['sqlite:./var/a:b@c.sqlite', 'sqlite:./var/a:b@c.sqlite'],
  ['postgres://amtsweg@db/amtsweg', 'postgres://amtsweg@db/amtsweg'],
  ['postgres://amtsweg:geheim@db:5432/amtsweg', 'postgres://amtsweg:***@db:5432/amtsweg'],
  ['postgres://amtsweg:ge@heim@db/amtsweg', 'postgres://amtsweg:***@db/amtsweg'],
  ['postgres://amtsweg:ge/he?im@db/amtsweg', 'postgres://amtsweg:***@db/amtsweg'],
  ['postgres://db/amtsweg?user=a&password=geheim&ssl=1', 'postgres://db/amtsweg?user=a&password=***&ssl=1'],
  ['mysql://root:geheim@db', 'mysql://root:***@db'],
])('%s is shown without its password', (url, shown) => {
  expect(shownAddress(url)).toBe(shown)
})

test.each([
  ['postgres://amtsweg:geheim@db:5432/amtsweg', true],
  ['postgresql://amtsweg@/amtsweg?host=/run/postgresql', true],
  ['postgres://amtsweg:a%23b@db/amtsweg', true],
  ['postgres://amtsweg:a#b@db/amtsweg', false],
  ['postgres://db:port/amtsweg', false],
])('%s can be read: %s', (url, can) => {
  expect(isServerAddress(url)).toBe(can)
})
