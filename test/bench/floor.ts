import { createServer } from 'node:http'
import SQLite from 'better-sqlite3'

/**
 * The least a server can do: bare node:http, one prepared statement, JSON. No validation, no caching, no security headers.
 * Run as a process of its own: `node floor.ts <database> <port>`.
 */
const [path = '', port = '0'] = process.argv.slice(2)
const database = new SQLite(path, { readonly: true })
const find = database.prepare(
  `select service.id, service.leistungsschluessel, service_name.title, service_name.official_title
   from service join service_name on service_name.service_id = service.id
   where service.id = ?`,
)

const server = createServer((request, response) => {
  const id = new URL(request.url ?? '/', 'http://localhost').searchParams.get('id')
  const body = JSON.stringify(find.get(id) ?? {})
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
  response.end(body)
})
server.listen(Number(port), '127.0.0.1', () => {
  const address = server.address()
  console.log(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`)
})
