import { randomBytes } from 'node:crypto'

/** Twelve hexadecimal digits, as nodes and epochs are called. */
export const newNodeId = (): string => randomBytes(6).toString('hex')
