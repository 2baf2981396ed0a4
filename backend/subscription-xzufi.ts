import { join } from 'node:path'
import { changeSubscription, xzufiSource } from './federation/index.ts'
import { DamageError, ImportError, openImportFile } from './import/index.ts'
import { download } from './integration/download.ts'
import { inWorkFolder } from './operation/work-folder.ts'
import { derivations, profileNamed } from './profiles.ts'
import { recordedImport } from './recorded-import.ts'
import type { SyncParts } from './subscription-sync.ts'

/** Brings a file of XZuFi and imports it where it is new, as every other import does. */
export const importXzufi: SyncParts['importXzufi'] = async (parts, subscription, finish) => {
  const { ask, clock, db, signal, workFile, onProgress } = parts
  const { id, kind, url, etag, last_modified: lastModified } = subscription
  return inWorkFolder(workFile, clock.now(), async (folder) => {
    const path = join(folder, 'file.xml')
    const came = await download(ask, { url, saveAs: path, known: { etag, lastModified }, signal })
    if (came.kind === 'unchanged') return 'unchanged'
    if (came.kind === 'failed') return /network|address/.test(came.words) ? 'refused-address' : 'unreachable'
    try {
      const checksum = await openImportFile(path).checksum()
      const { etag: newEtag, lastModified: newDate } = came.version
      const validators = { etag: newEtag, last_modified: newDate }
      if (checksum === subscription.checksum) {
        await parts.write((trx) => changeSubscription(trx, id, validators))
        return 'unchanged'
      }
      const source = { id: xzufiSource(url), name: new URL(url).host, url }
      await recordedImport(db, [{ profile: profileNamed(kind), path, source }], {
        ...{ by: 'schedule', clock, derivations, signal },
        ...(onProgress ? { onProgress } : {}),
        async finish(trx, [report]) {
          await changeSubscription(trx, id, { ...validators, checksum })
          await finish(trx, { written: report?.written ?? 0, deleted: report?.deleted ?? 0 })
        },
      })
      return 'taken'
    } catch (error) {
      if (error instanceof DamageError || error instanceof ImportError) return 'import-refused'
      throw error
    }
  })
}
