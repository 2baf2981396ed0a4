import { expect, test } from 'vitest'
import { databaseFile } from './database-file.ts'

test.each([
  ['sqlite:./var/amtsweg.sqlite', './var/amtsweg.sqlite'],
  ['sqlite:/srv/amtsweg.sqlite', '/srv/amtsweg.sqlite'],
  ['sqlite:///srv/amtsweg.sqlite', '/srv/amtsweg.sqlite'],
  ['sqlite::memory:', undefined],
  ['postgres://amtsweg@localhost/amtsweg', undefined],
])('%s lies at %s', (url, path) => expect(databaseFile(url)).toBe(path))
