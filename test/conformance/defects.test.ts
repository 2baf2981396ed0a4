import { createServer } from 'node:net'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '@amtsweg/backend/database/testing.ts'
import { atEnd } from '../temporary-folder.ts'
import { breakServer } from './broken-server.ts'
import { defects } from './defects.ts'
import { type Method, runMethods } from './method.ts'
import { openService } from './service.ts'
import { methods } from './suite.ts'
import { serveTown } from './town.ts'

const nameOf = (method: Method) => `${method.class} ${method.name}`
const speaksOldHttp = 'core/general/GeneralHttp http'

let whole: string
beforeAll(async () => {
  whole = await serveTown(await openTestDatabase())
})

async function failing(address: string, names: readonly string[]): Promise<readonly string[]> {
  const asked = methods.filter((method) => names.includes(nameOf(method)))
  const outcomes = await runMethods(openService(address), asked)
  return outcomes.filter(({ state }) => state === 'failed').map((one) => `${one.class} ${one.method}`)
}

describe('the suite finds a server that', () => {
  test.each(defects)('%s', async (_, defect, names) => {
    expect((await failing(await breakServer(whole, defect), names)).toSorted()).toEqual(names.toSorted())
  })

  test('speaks HTTP/1.0', async () => {
    const server = createServer((socket) => socket.end('HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    atEnd(() => void server.close())
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    expect(await failing(`http://127.0.0.1:${port}`, [speaksOldHttp])).toEqual([speaksOldHttp])
  })
})

test('each method finds something', () => {
  const able = new Set([speaksOldHttp, ...defects.flatMap(([, , names]) => names)])
  expect(methods.map(nameOf).filter((name) => !able.has(name))).toEqual([])
  expect(able.size).toBe(methods.length)
})
