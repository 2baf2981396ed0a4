import { createHash } from 'node:crypto'
import type { RandomBytes } from './token.ts'

/** SHA-256, hexadecimal. Enough for what nobody can guess; see `isToken` for why nothing slower. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** 256 random bits as text, which a cookie or a link may hold. */
export const makeSecret = (random: RandomBytes): string => random(32).toString('base64url')

/** A random id that is no secret and nobody's name. */
export const makeId = (random: RandomBytes): string => random(9).toString('hex')
