import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { ConfigurationError } from './configuration.ts'
import { readProviders } from './provider-settings.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amtsweg-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
})
function written(content: unknown): string {
  const file = join(folder, 'providers.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}
const stadt = {
  id: 'stadt',
  label: 'Stadt',
  issuer: 'https://id.example/realms/a',
  clientId: 'amtsweg',
  secret: 's',
}

test('providers and the files of their secrets are read', () => {
  writeFileSync(join(folder, 'geheim'), 'aus der Datei\n')
  const { secret: _, ...open } = { ...stadt, id: 'land', issuer: 'https://land.example' }
  expect(readProviders(written([stadt, { ...open, secretFile: 'geheim', trustEmail: true }]))).toMatchObject([
    { id: 'stadt', clientSecret: 's', isEmailTrusted: false },
    { id: 'land', clientSecret: 'aus der Datei', isEmailTrusted: true },
  ])
})

test.each<[string, unknown, RegExp]>([
  ['no JSON', '{ "secret": "hunter2"', /is no JSON/],
  ['no list', {}, /the list: /],
  ['http elsewhere', [{ ...stadt, issuer: 'http://id.example' }], /0\.issuer: must be an https address/],
  [
    'http on a name that begins like this computer',
    [{ ...stadt, issuer: 'http://localhost.evil.example' }],
    /https/,
  ],
  ['a query', [{ ...stadt, issuer: 'https://id.example/?a' }], /0\.issuer/],
  ['no secret', [{ ...stadt, secret: undefined }], /either secret or secretFile/],
  ['two secrets', [{ ...stadt, secretFile: 'a' }], /either secret or secretFile/],
  [
    'a file that is not there',
    [{ ...stadt, secret: undefined, secretFile: 'a' }],
    /cannot be read \(ENOENT\)/,
  ],
  ['an id twice', [stadt, { ...stadt, issuer: 'https://b.example' }], /id twice/],
  ['an issuer twice', [stadt, { ...stadt, id: 'b' }], /issuer twice/],
  ['an unknown field', [{ ...stadt, scopes: 'all' }], /scopes/],
])('%s stops the start with a sentence that tells no secret', (_, content, words) => {
  const read = () => readProviders(written(content))
  expect(read).toThrow(ConfigurationError)
  expect(read).toThrow(words)
  expect(read).not.toThrow(/hunter2/)
})
