import { createHash, timingSafeEqual } from 'node:crypto'

/** Gives so many bytes that nobody can guess. */
export type RandomBytes = (size: number) => Buffer

/** A new token: shown once as `text`, kept as `hash`. */
export interface NewToken {
  readonly id: string
  readonly text: string
  readonly hash: string
}

const form = /^amt_([0-9a-f]{12})_[A-Za-z0-9_-]{43}$/

/** Makes a token of 256 random bits; its beginning tells programs that search for leaked secrets what it is. */
export function makeToken(random: RandomBytes): NewToken {
  const id = random(6).toString('hex')
  const text = `amt_${id}_${random(32).toString('base64url')}`
  return { id, text, hash: hashOf(text) }
}

/** The id in a token, under which it is looked up; undefined for what is none. Ids are no secrets. */
export const tokenIdIn = (text: string): string | undefined => form.exec(text)?.[1]

/**
 * Plain SHA-256: what makes a hash slow is for passwords, which people choose and others can guess. Of 2^256 tokens none can be
 * tried out, and every request would pay for it.
 */
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Whether a token is the one of this hash, in the same time wherever they differ. */
export const isToken = (text: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(text), 'hex'), Buffer.from(hash, 'hex'))
