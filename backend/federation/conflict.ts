/** A record that another node sends, as far as the rule needs it. */
export interface Sent {
  /** Where it is kept. */
  readonly origin: string
  /** Of its origin. */
  readonly version: number
}

/** The record of the same name that is here; undefined where there is none. */
export interface Here {
  /** Node where it is kept; '' = here, by an authority or an import of this node. */
  readonly origin: string
  readonly version: number
  /** The subscription that brought it; null where none did, or it is gone. */
  readonly via: string | null
}

/** Who asks. */
export interface Way {
  readonly subscription: string
  /** The node that is asked. */
  readonly from: string
  /** This node. */
  readonly own: string
  /** Nodes that other subscriptions ask themselves. */
  readonly others: ReadonlySet<string>
  /** Everything is read anew. */
  readonly whole: boolean
}

/**
 * What becomes of it: taken; the same as here; dropped, as it never concerns us; or withheld until what stands against it has gone.
 */
export type Decision = 'take' | 'same' | 'drop' | 'withhold'

/**
 * Who keeps a record alone writes it. What is kept here stays; what another node keeps is believed to that node itself before anybody
 * who passes it on, and among those to the first.
 */
export function decide(sent: Sent, here: Here | undefined, way: Way): Decision {
  const isFirstHand = sent.origin === way.from
  if (sent.origin === way.own) return 'drop'
  if (!isFirstHand && way.others.has(sent.origin)) return 'drop'
  if (!here) return 'take'
  if (here.origin !== sent.origin) return 'withhold'
  if (here.via !== null && here.via !== way.subscription) return isFirstHand ? 'take' : 'withhold'
  if (here.via === null) return 'take'
  if (sent.version === here.version) return 'same'
  // A node that has lost its last changes, as by a backup, is right about itself.
  if (sent.version < here.version) return isFirstHand && way.whole ? 'take' : 'same'
  return 'take'
}

/** The same of a record that is gone there. */
export function decideGone(sent: Sent, here: Here | undefined, way: Way): 'remove' | 'drop' {
  if (!here || here.origin !== sent.origin || here.via !== way.subscription) return 'drop'
  if (sent.origin !== way.from && way.others.has(sent.origin)) return 'drop'
  return sent.version >= here.version ? 'remove' : 'drop'
}
