import type { Authority, Session, SessionGrant } from '@amtsweg/contract'
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

/**
 * Who administers the whole installation works in each authority as well: one grant for each, and the one for all. Whether one of
 * these wants four eyes is in its settings.
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
  return {
    ...session,
    grants: [...session.grants, ...others.sort((one, other) => one.name.localeCompare(other.name, 'de'))],
  }
}
