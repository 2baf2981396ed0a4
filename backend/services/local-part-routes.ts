import { LocalParts, LocalPartsBody } from '@amtsweg/contract'
import { type EditTarget, saidOfService } from './edited-by-routes.ts'
import { relinkService } from './import-links.ts'
import { localParts, replaceLocalParts } from './repository-local-parts.ts'

const none: LocalPartsBody = { fees: [], forms: [], onlineServices: [] }

/** What an authority has of its own for a service that others describe. */
export const localPartKind = ({ now }: { readonly now: () => Date }) =>
  saidOfService<LocalParts, LocalPartsBody>(
    {
      name: 'parts',
      at: 'parts',
      scope: 'supplements:write',
      state: LocalParts,
      body: LocalPartsBody,
      words: {
        summary:
          'Fees, forms and online services that the authority of an area itself has for a service, to be edited',
        answer: 'All of them, in every language',
        takeBack: {
          summary:
            'Takes back the fees, forms and online services that an authority itself has for a service in its area',
          answer: 'None is left',
        },
      },
      save: {
        summary: 'Says anew which fees, forms and online services an authority has for a service in its area',
        answer: 'What is kept now',
        problems: [],
      },
    },
    (target) => {
      const where = { serviceId: target.service.id, regionKey: target.regionKey }
      return {
        read: async (db) => stateOf(target, await localParts(db, where)),
        isThere: hasAny,
        plan: async (_db, _writer, said = none) => ({
          wanted: stateOf(target, said),
          async write(trx, sourceId) {
            await replaceLocalParts(trx, where, said, { sourceId, at: now().toISOString() })
            await relinkService(trx, target.service.id)
          },
        }),
      }
    },
  )

const hasAny = ({ fees, forms, onlineServices }: LocalPartsBody): boolean =>
  fees.length + forms.length + onlineServices.length > 0

const stateOf = (
  { service, regionKey }: EditTarget,
  { fees, forms, onlineServices }: LocalPartsBody,
): LocalParts => ({
  service: service.id,
  regionKey,
  fees,
  forms,
  onlineServices,
})
