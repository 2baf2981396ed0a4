import type { Job } from './jobs/index.ts'

/** Brings people in step with the directories of their authorities, once an hour; `run` is `amtsweg ldap sync`, in a process of its own. */
export const ldapJob = (run: (signal: AbortSignal) => Promise<void>): Job => ({
  name: 'ldap',
  every: 60 * 60_000,
  run,
})
