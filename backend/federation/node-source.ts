const form = /^node-([0-9a-f]{12})-(.+)$/

/** What a source of another node is called here: the same at every node. */
export const foreignSource = (node: string, source: string): string => `node-${node}-${source}`

/** The node a source belongs to; '' where it is one of this node. */
export const nodeOf = (sourceId: string): string => form.exec(sourceId)?.[1] ?? ''

/** What a source is called at the node it belongs to. */
export const nameAtOrigin = (sourceId: string): string => form.exec(sourceId)?.[2] ?? sourceId

/** Source of what a subscribed file of XZuFi brings: it is kept here, and passed on from here. */
export const xzufiSource = (subscription: string): string => `subscription-${subscription}`
