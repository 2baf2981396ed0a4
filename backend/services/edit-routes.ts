import { SupplementSet, SupplementSetBody, WithdrawalBody, WithdrawalEdit } from '@amtsweg/contract'
import { ProblemError } from '../http/problem.ts'
import { type EditTarget, saidOfService } from './edited-by-routes.ts'
import { relinkService } from './import-links.ts'
import { inFixedOrder, supplementFaults } from './own-supplements.ts'
import { ownSupplements, replaceOwnSupplements } from './repository-supplements.ts'
import { saveWithdrawal, withdrawalReasons } from './repository-withdrawals.ts'

interface Parts {
  readonly now: () => Date
}

type SupplementBody = Pick<SupplementSet, 'items'>

/** What an authority adds to a service in its area. */
export const supplementKind = ({ now }: Parts) =>
  saidOfService<SupplementSet, SupplementBody>(
    {
      name: 'supplements',
      at: 'supplements',
      scope: 'supplements:write',
      state: SupplementSet,
      body: SupplementSetBody,
      words: {
        summary: 'What the authority of an area itself adds to a service, to be edited',
        answer: 'All of it, in every language',
        takeBack: {
          summary: 'Takes back all that an authority adds to a service in its area',
          answer: 'Nothing is left',
        },
      },
      save: {
        summary: 'Says anew all that an authority adds to a service in its area',
        answer: 'What is kept now',
        problems: ['text-reserved'],
      },
    },
    (target) => {
      const where = whereOf(target)
      return {
        read: async (db) => supplementSet(target, await ownSupplements(db, where)),
        isThere: (state) => state.items.length > 0,
        async plan(_db, _writer, { items: sent } = { items: [] }) {
          mustBeAllowed(sent, target)
          const items = inFixedOrder(sent)
          return {
            wanted: supplementSet(target, items),
            async write(trx, sourceId) {
              await replaceOwnSupplements(trx, where, items, { sourceId, at: now().toISOString() })
              await relinkService(trx, target.service.id)
            },
          }
        },
      }
    },
  )

/** That an authority does not offer a service in its area. */
export const withdrawalKind = ({ now }: Parts) =>
  saidOfService<WithdrawalEdit, Pick<WithdrawalEdit, 'reasons'>>(
    {
      name: 'withdrawal',
      at: 'withdrawals',
      scope: 'services:write',
      state: WithdrawalEdit,
      body: WithdrawalBody,
      words: {
        summary:
          'Why an area does not offer a service, as its authority says for this very area; to be edited',
        answer: 'The reasons; none where it is offered',
        takeBack: { summary: 'Switches a service on again in an area', answer: 'It is offered there' },
      },
      save: {
        summary: 'Switches a service off in an area, with the reason that its page tells there',
        answer: 'It is not offered there',
        problems: [],
      },
    },
    (target) => {
      const where = whereOf(target)
      return {
        read: async (db) => withdrawalOf(target, await withdrawalReasons(db, where)),
        isThere: (state) => 'de' in state.reasons,
        async plan(_db, _writer, { reasons: said } = { reasons: {} }) {
          const reasons = Object.fromEntries(Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1)))
          return {
            wanted: withdrawalOf(target, reasons),
            write: (trx, sourceId) =>
              saveWithdrawal(trx, where, reasons, { sourceId, at: now().toISOString() }),
          }
        },
      }
    },
  )

function mustBeAllowed(items: SupplementSet['items'], { service, regionKey }: EditTarget): void {
  const faults = supplementFaults(items, service, regionKey)
  if (faults.length === 0) return
  throw new ProblemError(faults.every((fault) => fault.isReserved) ? 'text-reserved' : 'invalid-body', {
    errors: faults.map(({ pointer, detail }) => ({ pointer, detail })),
  })
}

const whereOf = ({ service, regionKey }: EditTarget) => ({ serviceId: service.id, regionKey })

const supplementSet = ({ service, regionKey }: EditTarget, items: SupplementSet['items']): SupplementSet => ({
  service: service.id,
  regionKey,
  items,
})

const withdrawalOf = (
  { service, regionKey }: EditTarget,
  reasons: WithdrawalEdit['reasons'],
): WithdrawalEdit => ({
  service: service.id,
  regionKey,
  reasons,
})
