import { readFileSync } from 'node:fs'

/** Processes that a process has started and that still run (Linux). */
export function childrenOf(id: number): readonly number[] {
  try {
    return readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

export function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL')
  } catch {
    // It is over already.
  }
}

/** Resolves when a process that is no child of ours is over. */
export async function over(id: number): Promise<void> {
  while (isAlive(id)) await new Promise((resolve) => setTimeout(resolve, 10))
}

/** One that is dead and that nobody has asked after is not alive. */
function isAlive(id: number): boolean {
  try {
    return !/^\d+ \(.*\) [ZX]/.test(readFileSync(`/proc/${id}/stat`, 'utf8'))
  } catch {
    return false
  }
}
