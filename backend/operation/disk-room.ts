import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { OperationError } from './operation-error.ts'

const megabyte = 1024 * 1024

/** Bytes in the words of a person: `3 MB`, `1.2 GB`. */
export const inWords = (bytes: number): string =>
  bytes < 1000 * megabyte
    ? `${Math.max(1, Math.round(bytes / megabyte))} MB`
    : `${(bytes / (1024 * megabyte)).toFixed(1)} GB`

/** Bytes that are free where a file lies or would lie. */
export function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(dirname(path))
  return bavail * bsize
}

/** Throws OperationError unless so many bytes, and some to go on with, are free. Pure: both numbers are given. */
export function demandRoom(what: string, needed: number, free: number): void {
  const wanted = needed + 16 * megabyte
  if (free >= wanted) return
  throw new OperationError(
    `${what} needs about ${inWords(wanted)} on the disk of the database, and ${inWords(free)} are free: make room first.`,
  )
}
