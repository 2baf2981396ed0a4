import { LifeSituationSettings, LifeSituationSettingsBody, SettingsAreaPath } from '@amtsweg/contract'
import { mustOwn } from '../http/caller.ts'
import type { EditKind } from '../http/edit-kind.ts'
import { ProblemError } from '../http/problem.ts'
import {
  knownSituations,
  ownSituationRows,
  replaceOwnSituationRows,
  situationsImported,
} from './repository-situation-rules.ts'
import { livingRegion } from './routes.ts'
import { settingRows, settingsFault, settingsOfRows } from './situation-settings.ts'

const none: LifeSituationSettingsBody = { order: [], hide: [], show: [], rename: {} }

/** How the authority of an area arranges life situations there. */
export const situationKind: EditKind<LifeSituationSettings, LifeSituationSettingsBody> = {
  name: 'life-situations',
  path: '/areas/{regionKey}/life-situations',
  scope: 'life-situations:write',
  params: SettingsAreaPath,
  state: LifeSituationSettings,
  body: LifeSituationSettingsBody,
  words: {
    summary: 'How the authority of an area arranges, hides and renames life situations there, to be edited',
    answer: 'What it says itself; nothing where all is as further up',
    takeBack: { summary: 'Lets life situations stand as further up again', answer: 'Nothing is left' },
  },
  save: {
    summary: 'Says anew how life situations stand in an area of one’s own',
    answer: 'What is kept now',
    problems: ['kept-by-import'],
  },
  unknown: ['area-unknown'],
  async open(opened, { regionKey: key = '' }) {
    const regionKey = await livingRegion(opened, key)
    return {
      params: { regionKey },
      subject: regionKey,
      mustBeOf: (db, writer) => mustOwn(db, writer, regionKey),
      read: async (db) => ({ regionKey, ...settingsOfRows(await ownSituationRows(db, regionKey)) }),
      isThere: ({ order, hide, show, rename }) =>
        order.length + hide.length + show.length + Object.keys(rename).length > 0,
      async plan(db, _writer, body = none) {
        const detail = settingsFault(body, await knownSituations(db))
        if (detail) throw new ProblemError('invalid-body', { errors: [{ pointer: '', detail }] })
        if (await situationsImported(db, regionKey)) throw new ProblemError('kept-by-import')
        return {
          wanted: { regionKey, ...settingsOfRows(settingRows(regionKey, body, '')) },
          write: (trx, sourceId) =>
            replaceOwnSituationRows(trx, regionKey, settingRows(regionKey, body, sourceId)),
        }
      },
    }
  },
}
