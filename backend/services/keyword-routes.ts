import { AreaKeywords, AreaKeywordsBody } from '@amtsweg/contract'
import type { Trx } from '../database/database.ts'
import { ProblemError } from '../http/problem.ts'
import { keywordFaults, keywordsInOrder } from './area-keywords.ts'
import { saidOfService } from './edited-by-routes.ts'
import { applyLocalKeywords, areaKeywords, replaceAreaKeywords } from './repository-local-keywords.ts'

interface Parts {
  readonly now: () => Date
  /** Makes search know that the transaction has changed a service, at once or soon. */
  readonly reindex: (trx: Trx, serviceId: string) => Promise<void>
}

/** Words under which the authority of an area wants a service to be found. */
export const keywordKind = ({ now, reindex }: Parts) =>
  saidOfService<AreaKeywords, Pick<AreaKeywords, 'keywords'>>(
    {
      name: 'keywords',
      at: 'keywords',
      scope: 'keywords:write',
      state: AreaKeywords,
      body: AreaKeywordsBody,
      words: {
        summary: 'Keywords that the authority of an area itself adds to a service, to be edited',
        answer: 'All of them, in every language',
        takeBack: { summary: 'Takes back the keywords that an authority has added', answer: 'None is left' },
      },
      save: {
        summary: 'Says anew under which further words a service is found',
        answer: 'What is kept now',
        problems: [],
      },
    },
    ({ service, regionKey }) => {
      const where = { service: service.id, regionKey }
      const stateOf = (keywords: AreaKeywords['keywords']): AreaKeywords => ({ ...where, keywords })
      return {
        read: async (db) => stateOf(keywordsInOrder(await areaKeywords(db, where))),
        isThere: ({ keywords }) => Object.keys(keywords).length > 0,
        async plan(_db, { authority }, { keywords: sent } = { keywords: {} }) {
          const errors = keywordFaults(sent)
          if (errors.length > 0) throw new ProblemError('invalid-body', { errors })
          const keywords = keywordsInOrder(sent)
          return {
            wanted: stateOf(keywords),
            async write(trx) {
              const by = { authority: authority.names['de'] ?? authority.id, addedAt: now().toISOString() }
              await replaceAreaKeywords(trx, where, keywords, by)
              await applyLocalKeywords(trx)
              await reindex(trx, service.id)
            },
          }
        },
      }
    },
  )
