import { expect, test } from 'vitest'
import { runProgram, startServer } from './server.ts'

const body = {
  audience: ['citizen'],
  regionKey: '130740087087',
  titles: { de: 'Strandkorb an der Seebrücke aufstellen' },
  modules: [{ code: '06', lang: 'de', html: '<p>Körbe stehen vom 1. Mai an.</p>' }],
}
const path = '/api/v1/services/wismar-strandkorb/record'

test('what an editor describes is there at once, and found within seconds, in every process', async () => {
  const server = await startServer()
  const env = { DATABASE_URL: server.databaseUrl }
  const other = await startServer({ databaseUrl: server.databaseUrl })
  const command = async (...args: string[]) => {
    const program = runProgram('cli', args, env)
    expect(await program.ended, program.output()).toBe(0)
    return program.output()
  }
  await command('authority', 'add', 'wismar-test', '--area', '130740087087', '--name', 'Wismar')
  const token = /amt_\S+/.exec(
    await command(
      'token',
      'create',
      '--authority',
      'wismar-test',
      '--name',
      'Test',
      '--scope',
      'services:write',
    ),
  )?.[0]
  const send = (method: string, condition: Record<string, string>) =>
    fetch(server.origin + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...condition },
      ...(method === 'PUT' ? { body: JSON.stringify(body) } : {}),
    })
  const idsFor = async (origin: string) => {
    const answer = await fetch(`${origin}/api/v1/services?q=Strandkorb&area=130740087087&lang=de`)
    return ((await answer.json()) as { items: { id: string }[] }).items.map(({ id }) => id)
  }

  const written = await send('PUT', { 'if-none-match': '*' })
  expect(written.status, await written.clone().text()).toBe(200)
  expect((await fetch(`${server.origin}/api/v1/services/wismar-strandkorb?lang=de`)).status).toBe(200)
  for (const { origin } of [server, other])
    await expect.poll(() => idsFor(origin), { timeout: 40_000 }).toContain('wismar-strandkorb')

  expect((await send('DELETE', { 'if-match': written.headers.get('etag') ?? '' })).status).toBe(204)
  for (const { origin } of [server, other])
    await expect.poll(() => idsFor(origin), { timeout: 40_000 }).not.toContain('wismar-strandkorb')
})
