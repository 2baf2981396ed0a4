export { type Clock, systemClock } from './clock.ts'
export { type KeeperPlace, keepUp } from './keeper.ts'
export { underLease } from './lease.ts'
export {
  abandonJob,
  addJob,
  endLease,
  failingJobs,
  findJob,
  isKept,
  listJobs,
  removeJob,
  setDue,
  type Taken,
} from './repository.ts'
export { retryDelay } from './retry-delay.ts'
export { type Job, startJobs } from './runner.ts'
