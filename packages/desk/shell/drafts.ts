import type { Desk } from './desk.ts'

const prefix = 'amt-desk-draft'

/** What was typed and not yet saved, for as long as the tab is open: it survives a reload, a lost session, a way round a provider. */
export interface Draft<Values> {
  readonly read: () => Values | undefined
  readonly keep: (values: Values) => void
  readonly drop: () => void
}

/** The draft of one form, such as `units/x`. Another clerk at the same browser does not see it, and signing out forgets all. */
export function draftOf<Values>({ session, grant }: Desk, form: string): Draft<Values> {
  const key = [prefix, session.clerk.id, grant.authority ?? '', form].join(' ')
  return {
    read() {
      const text = sessionStorage.getItem(key)
      return text === null ? undefined : (JSON.parse(text) as Values)
    },
    keep: (values) => sessionStorage.setItem(key, JSON.stringify(values)),
    drop: () => sessionStorage.removeItem(key),
  }
}

/** Forgets the drafts of everybody. */
export function dropDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key)
}
