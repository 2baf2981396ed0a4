import type { Authority, Session, SessionGrant } from '@amtsweg/contract'
import type { KeptAuthority } from '@amtsweg/contract/clerks.ts'
import type { DeskApi } from './api.ts'

export type { Session, SessionGrant as Grant } from '@amtsweg/contract'

const chosenKey = 'amt-desk-authority'

/** The grant that a visit begins with: the one chosen last in this tab, else the first. */
export function firstGrant({ grants }: Session): SessionGrant | undefined {
  const last = sessionStorage.getItem(chosenKey)
  return grants.find((grant) => grantKey(grant) === last) ?? grants[0]
}

export const rememberGrant = (grant: SessionGrant): void => sessionStorage.setItem(chosenKey, grantKey(grant))

/** What a grant is called in a form. */
export const grantKey = ({ authority }: SessionGrant): string => authority ?? ''

/** Grants that do not know yet whether their authority wants four eyes. */
const unsure = new WeakSet<SessionGrant>()

/** A grant that knows whether its authority wants four eyes: only the settings of the authority say so to administrators of all. */
export async function withFourEyes(grant: SessionGrant, api: DeskApi): Promise<SessionGrant> {
  const { authority } = grant
  if (authority === null || !unsure.has(grant)) return grant
  const { data } = await api.get<KeptAuthority>(`/authorities/${encodeURIComponent(authority)}/settings`, {
    authority,
  })
  return { ...grant, fourEyes: data.fourEyes }
}

/**
 * Who administers the whole installation works in each authority as well: one grant for each, and the one for all. Whether one of
 * these wants four eyes, `withFourEyes` tells.
 */
export async function withAllGrants(session: Session, api: DeskApi): Promise<Session> {
  const whole = session.grants.find(({ authority }) => authority === null)
  if (!whole) return session
  const { data } = await api.get<{ readonly items: readonly Authority[] }>('/authorities', {
    authority: null,
  })
  const own = new Set(session.grants.map(({ authority }) => authority))
  const others = data.items
    .filter(({ id }) => !own.has(id))
    .map(({ id, name, regionKey }) => ({ ...whole, authority: id, name, regionKey }))
  for (const grant of others) unsure.add(grant)
  return {
    ...session,
    grants: [...session.grants, ...others.sort((one, other) => one.name.localeCompare(other.name, 'de'))],
  }
}
