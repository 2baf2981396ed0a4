export { type Clock, systemClock } from './clock.ts'
export { underLease } from './lease.ts'
export { addJob, failingJobs, listJobs } from './repository.ts'
export { type Job, startJobs } from './runner.ts'
