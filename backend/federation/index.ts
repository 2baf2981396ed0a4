export { followTaken } from './follow.ts'
export { xzufiSource } from './node-source.ts'
export { newNodeId } from './node-id.ts'
export { publishXzufi } from './publish-xzufi.ts'
export { ensureFeedState, feedState, type FeedState, renewFeed } from './repository-feed.ts'
export { forgetStaged, hasFresh, stagedSize, withheldBy } from './repository-staged.ts'
export {
  addSubscription,
  otherNodes as otherNodesOf,
  changeSubscription,
  deleteSubscription,
  findSubscription,
  jobOf as subscriptionJob,
  listSubscriptions,
  recordCounts,
} from './repository-subscriptions.ts'
export { pageFrom, stagePage } from './stage-page.ts'
export { type SyncFailure, syncWords, wordsOfFailure } from './sync-words.ts'
export type { SubscriptionRow } from './tables.ts'
export { type Taken, takeStaged } from './take-staged.ts'
export {
  listedSubscriptions,
  orderSubscription,
  removeSubscription,
  type SubscriptionOrder,
} from './subscriptions.ts'
