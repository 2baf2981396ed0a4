import { ResponsibilitySet, ResponsibilitySetBody, ServiceAreaPath } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { mustOwn } from '../http/caller.ts'
import type { EditKind, PathParts } from '../http/edit-kind.ts'
import { ProblemError } from '../http/problem.ts'
import { editedService, livingRegion } from '../services/index.ts'
import { inFixedOrder, recordFaults, recordKeyOf } from './own-records.ts'
import { isImported, ownRecords, type RecordsAt, replaceOwnRecords, unknownUnits } from './repository-own.ts'

/** Who answers for what, as authorities say themselves. */
export const responsibilityKind: EditKind<ResponsibilitySet, Pick<ResponsibilitySet, 'items'>> = {
  name: 'responsibilities',
  path: '/services/{id}/responsibilities/{area}',
  scope: 'responsibilities:write',
  params: ServiceAreaPath,
  state: ResponsibilitySet,
  body: ResponsibilitySetBody,
  words: {
    summary: 'Who acts for a service in an area as its authority itself says, to be edited',
    answer: 'All of them, in every role',
    takeBack: {
      summary: 'Takes back who acts for a service in an area; what follows from the tiers holds again',
      answer: 'Nothing is left',
    },
  },
  save: {
    summary: 'Says anew who acts for a service in an area of one’s own',
    answer: 'Who acts now',
    problems: ['kept-by-import'],
  },
  unknown: ['service-unknown', 'area-unknown'],
  async open(db, params) {
    const target = await targetOf(db, params)
    const { service, regionKey } = target
    return {
      params: { id: service, area: regionKey },
      subject: `${service} ${regionKey}`,
      mustBeOf: (trx, writer) => mustOwn(trx, writer, regionKey),
      read: async (trx) => setOf(target, await ownRecords(trx, target)),
      isThere: (state) => state.items.length > 0,
      async plan(trx, _writer, { items: sent } = { items: [] }) {
        const items = inFixedOrder(sent)
        await mustBeSound(trx, items)
        return {
          wanted: setOf(target, items),
          async write(inner, sourceId) {
            if (await isImported(inner, target)) throw new ProblemError('kept-by-import')
            await replaceOwnRecords(inner, target, items, sourceId)
          },
        }
      },
    }
  },
}

/** What is edited: a service, the region, and the key under which both are recorded. */
interface Target extends RecordsAt {
  readonly service: string
}

async function mustBeSound(db: Db, items: ResponsibilitySet['items']): Promise<void> {
  const named = items.map(({ unit }) => unit)
  const errors = recordFaults(items, await unknownUnits(db, named))
  if (errors.length > 0) throw new ProblemError('invalid-body', { errors })
}

const setOf = ({ service, regionKey }: Target, items: ResponsibilitySet['items']): ResponsibilitySet => ({
  service,
  regionKey,
  items,
})

async function targetOf(db: Db, { id = '', area = '' }: PathParts): Promise<Target> {
  const regionKey = await livingRegion(db, area)
  const service = await editedService(db, id, regionKey)
  if (!service) throw new ProblemError('service-unknown')
  return { service: service.id, regionKey, serviceKey: recordKeyOf(service) }
}
