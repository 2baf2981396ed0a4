import { unitCarrier } from '../directory/index.ts'
import { type Carrier, sourceCarrier } from '../import/index.ts'
import { responsibilityCarrier } from '../responsibility/index.ts'
import { localPartCarrier, serviceCarrier, supplementCarrier, withdrawalCarrier } from '../services/index.ts'

/** What goes from node to node, in the order in which it builds upon itself. */
export const carriers: readonly Carrier[] = [
  sourceCarrier,
  unitCarrier,
  serviceCarrier,
  supplementCarrier,
  localPartCarrier,
  withdrawalCarrier,
  responsibilityCarrier,
]

export const carrierOf = (kind: string): Carrier | undefined => carriers.find((one) => one.kind === kind)
