import type { Collection } from './collection.ts'

/** Whether somebody who speaks for an authority, or for none, may know of a collection at all. */
export function mayRead(
  { audience, authorityId }: Pick<Collection, 'audience' | 'authorityId'>,
  reader: string | undefined,
): boolean {
  if (audience === 'public') return true
  return audience === 'authorities' ? reader !== undefined : reader === authorityId
}
