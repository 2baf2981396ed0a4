import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { startServer } from '../postgres.ts'

/** A server of PostgreSQL on which any number of empty databases are made. */
export async function startDatabases() {
  const { url, stop } = await startServer()
  return {
    stop,
    async create(): Promise<string> {
      const name = `amtsweg_node_${randomUUID().replaceAll('-', '')}`
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      await client.query(`create database ${name} template template0 encoding 'UTF8'`)
      await client.end()
      return Object.assign(new URL(url), { pathname: `/${name}` }).href
    },
  }
}
