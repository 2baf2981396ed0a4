export { type Clock, systemClock } from './clock.ts'
export { underLease } from './lease.ts'
export { addJob } from './repository.ts'
export { type Job, startJobs } from './runner.ts'
