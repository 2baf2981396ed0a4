import type { Trx } from '../database/database.ts'
import { hoursKind, unitKind } from '../directory/edit-routes.ts'
import { personKind } from '../directory/people-edit-routes.ts'
import { collectionKind } from '../geodata/record-routes.ts'
import { responsibilityKind } from '../responsibility/edit-routes.ts'
import { deriveTiers, isNamed } from '../responsibility/index.ts'
import { supplementKind, withdrawalKind } from '../services/edit-routes.ts'
import { keywordKind } from '../services/keyword-routes.ts'
import { localPartKind } from '../services/local-part-routes.ts'
import { serviceKind } from '../services/record-routes.ts'
import { situationKind } from '../services/situation-routes.ts'
import type { EditKind } from './edit-kind.ts'

interface Parts {
  readonly now: () => Date
  /** Makes search know that the transaction has changed a service, at once or soon. */
  readonly reindex: (trx: Trx, serviceId: string) => Promise<void>
}

/** Everything that authorities write; the order says nothing. */
export const editKinds = ({ now, reindex }: Parts): readonly EditKind[] => [
  unitKind({ now, rederive: deriveTiers, isNamed }),
  hoursKind({ now }),
  personKind({ now }),
  supplementKind({ now }),
  localPartKind({ now }),
  withdrawalKind({ now }),
  serviceKind({ now, reindex }),
  responsibilityKind,
  situationKind,
  keywordKind({ now, reindex }),
  collectionKind({ now }),
]
