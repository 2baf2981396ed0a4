import { beforeAll, describe, expect, test } from 'vitest'
import { findAuthority } from '../access/index.ts'
import { saveAuthority } from '../access/repository.ts'
import { addAuthority, testStart } from '../access/testing.ts'
import { openPages } from './testing.ts'

const logoUrl = 'https://www.wismar.example/wappen;script-src *.svg'

/** The pages of a server with these authorities, which are there before anybody reads. */
async function openFor(authorities: Readonly<Record<string, string>>) {
  const pages = await openPages()
  for (const [id, regionKey] of Object.entries(authorities)) await addAuthority(pages.db, id, regionKey)
  const wismar = (await findAuthority(pages.db, 'wismar'))!
  const names = { de: 'Hansestadt <Wismar>', en: 'Hanseatic City of Wismar' }
  await saveAuthority(pages.db, { ...wismar, names, logoUrl }, testStart.toISOString())
  return pages
}

const policyOf = (headers: Headers) => headers.get('content-security-policy') ?? ''

describe('where authorities share a server', () => {
  let read: Awaited<ReturnType<typeof openPages>>['read']
  beforeAll(async () => {
    ;({ read } = await openFor({ wismar: '130740087', land: '13' }))
  }, 60_000)

  test.each([
    '/services?area=13074087',
    '/services/mv-personalausweis?area=130740087087',
    '/services/mv-personalausweis?place=Wismar',
  ])('%s says whose offer it is, with its logo', async (path) => {
    const { text: page, headers } = await read(path)
    expect(page).toMatch(/Ein Angebot von:\s+<strong\s*>Hansestadt &lt;Wismar&gt;<\/strong>/)
    expect(page).toMatch(/<img src="https:\/\/www\.wismar\.example\/wappen;script-src%20\*\.svg" alt=""/)
    expect(page).toContain('referrerpolicy="no-referrer"')
    expect(policyOf(headers)).toContain("; img-src 'self' data: https://www.wismar.example; font-src")
    expect(policyOf(headers)).not.toMatch(/wappen|\*/)
  })

  test('in the reader’s language where it has a name in it, else in German, which is said', async () => {
    expect((await read('/services?area=13074087&lang=en')).text).toMatch(
      /Offered by:\s+<strong\s*>Hanseatic City of Wismar</,
    )
    expect((await read('/services?area=13&lang=en')).text).toMatch(/<strong\s+lang="de"\s*>Verwaltung land</)
  })

  test('without a logo no picture is allowed from anywhere else', async () => {
    const { text: page, headers } = await read('/services?area=13')
    expect(page).not.toContain('<img')
    expect(policyOf(headers)).toContain("img-src 'self' data:;")
  })

  test.each(['/services', '/services/mv-personalausweis', '/services?area=09', '/services/nothing'])(
    '%s is nobody’s in particular',
    async (path) => expect((await read(path)).text).not.toContain('Ein Angebot von'),
  )
})

test('where one authority has the server to itself every page is its own', { timeout: 60_000 }, async () => {
  const { read } = await openFor({ wismar: '130740087' })
  for (const path of ['/services', '/services/mv-personalausweis'])
    expect((await read(path)).text, path).toContain('Hansestadt &lt;Wismar&gt;')
})
