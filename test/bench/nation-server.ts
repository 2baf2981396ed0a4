import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { startTarget, type Target } from './load.ts'

/** Fills a database with an invented nation (nation-database.ts); tells what is in it. */
export function fillNation(url: string, share: number): string {
  const program = join(import.meta.dirname, 'nation-database.ts')
  const filled = spawnSync(process.execPath, [program, url, String(share)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (filled.status !== 0) throw new Error(`The database of ${share} could not be filled`)
  return filled.stdout.trim()
}

/** A server on it that lets one network ask as much as it likes. */
export const startNation = (url: string, processes = 1): Promise<Target> =>
  startTarget('amtsweg', [join(import.meta.dirname, '..', '..', 'backend', 'main.ts')], {
    DATABASE_URL: url,
    PORT: '0',
    AMTSWEG_DEMO: 'off',
    AMTSWEG_PROCESSES: String(processes),
    AMTSWEG_SEARCHES_PER_MINUTE: '1000000',
  })
