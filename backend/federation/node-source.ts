import { createHash } from 'node:crypto'

const form = /^node-([0-9a-f]{12})-(.+)$/

/** What a source of another node is called here: the same at every node. */
export const foreignSource = (node: string, source: string): string => `node-${node}-${source}`

/** The node a source belongs to; '' where it is one of this node. */
export const nodeOf = (sourceId: string): string => form.exec(sourceId)?.[1] ?? ''

/** What a source is called at the node it belongs to. */
export const nameAtOrigin = (sourceId: string): string => form.exec(sourceId)?.[2] ?? sourceId

/**
 * Source of what a subscribed file of XZuFi brings: it is kept here, and passed on from here. The same whoever subscribes to that address,
 * and again after a subscription was ended.
 */
export const xzufiSource = (url: string): string =>
  `subscription-${createHash('sha256').update(url).digest('hex').slice(0, 24)}`
