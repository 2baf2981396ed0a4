/** Features on a page of the feed, where a follower does not say. */
export const usualChanges = 1_000
/** And at most. */
export const mostChanges = 10_000

/** What links to the feed of a collection are for: another Amtsweg knows it by this. */
export const changesRel = 'urn:amtsweg:rel:changes'
