import { parse } from 'csv-parse/sync'
import { beforeEach, expect, test } from 'vitest'
import { addEmbeddings } from './access/repository-embeddings.ts'
import { addAuthority } from './access/testing.ts'
import type { Db } from './database/database.ts'
import { originsCommand } from './origins-cli.ts'
import { openPlaces } from './places/testing.ts'

let db: Db
beforeEach(async () => {
  ;({ db } = await openPlaces())
})

async function fill() {
  await addAuthority(db, 'land', '13', ['https://www.xn--mritz-kva.example'])
  await addAuthority(db, 'hagenow', '130760060', [
    'https://www.hagenow.example',
    'https://neu.xn--hgenow-bua.example',
  ])
  await addEmbeddings(db, [
    { period: '2026-10', host: 'www.hagenow.example', widget: 'amt-wayfinder', region_key: '130760060', requests: 7 },
    { period: '2026-11', host: 'www.hagenow.example', widget: 'amt-wayfinder', region_key: '130760060', requests: 12_345 },
    { period: '2026-11', host: 'zeitung.example', widget: 'amt-responsibility-finder', region_key: '', requests: 8 },
    { period: '2026-11', host: 'www.xn--mritz-kva.example', widget: 'amt-wayfinder', region_key: '13', requests: 6 },
  ]) // prettier-ignore
}

async function run(...args: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = []
  await originsCommand(args, {
    db,
    now: () => new Date('2026-11-25T09:00:00Z'),
    say: (...said) => lines.push(...said.map(String)),
  })
  return lines.flatMap((line) => line.split('\n'))
}

test('shows who embeds what, whose area it is about and who knows the website', async () => {
  await fill()
  expect(await run('--month', '2026-11')).toEqual([
    'Monat    Website              Widget                     Gebiet von  Abrufe  Registriert von',
    '2026-11  www.hagenow.example  amt-wayfinder              hagenow     12.345  hagenow',
    '2026-11  zeitung.example      amt-responsibility-finder  -                8  niemandem',
    '2026-11  www.müritz.example   amt-wayfinder              land             6  land',
    '',
    'Registriert, aber im Monat 2026-11 nicht gezählt: https://neu.hägenow.example (hagenow)',
  ])
})

test('an authority is shown its own', async () => {
  await fill()
  const lines = await run('--authority', 'hagenow')
  expect(lines.slice(1, 3).map((line) => line.slice(0, 28))).toEqual([
    '2026-11  www.hagenow.example',
    '2026-10  www.hagenow.example',
  ])
})

test('tells programs the same', async () => {
  await fill()
  const csv = parse((await run('--csv')).join('\n'), { columns: true }) as object[]
  const json = JSON.parse((await run('--json')).join('\n')) as object[]
  expect([csv.length, json.length]).toEqual([4, 4])
  expect(csv[2]).toEqual({
    month: '2026-11',
    host: 'www.xn--mritz-kva.example',
    widget: 'amt-wayfinder',
    area: '13',
    authority: 'land',
    requests: '6',
    registered_by: 'land',
  })
})

test('says when a website becomes visible, as long as none is', async () => {
  expect(await run()).toEqual([
    'Noch keine Website gezählt: Sichtbar wird sie, wenn aus fünf Netzen Abrufe kamen.',
  ])
})

test.each([
  [['--month', '2026'], '--month'],
  [['--authority', 'nobody'], 'no authority'],
  [['--csv', '--json'], 'Either'],
  [['sell'], 'takes no'],
])('%j is refused', (args, words) => expect(run(...args)).rejects.toThrow(words))
