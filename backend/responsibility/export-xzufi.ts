import type { Db } from '../database/database.ts'
import { ownOrganisationseinheiten } from '../directory/index.ts'
import {
  documentEnd,
  documentStart,
  elementXml,
  type ExportScope,
  type XzufiElement,
  type XzufiIdentifier,
  xzufiKindsStored,
  xzufiStored,
  type XzufiVersion,
} from '../import/index.ts'
import { convertXzufi, ownLeistungen } from '../services/index.ts'
import { asPublished } from './as-published.ts'
import { ownZustaendigkeiten } from './repository-xzufi.ts'

export interface XzufiExportOptions {
  readonly version: XzufiVersion
  /** Only what changed since, RFC 3339 UTC or an ISO date, with deletions; without it the whole. */
  readonly since?: string | undefined
  /** When the message is made, RFC 3339 UTC. */
  readonly now: string
  /** UUID of the message. */
  readonly messageId: string
  /** Id of this node where everybody may read it: what others keep is left out, and so are names of persons. */
  readonly publishedBy?: string | undefined
  /** Told of every object, and of what the version has no place for. */
  readonly note?: ((what: string) => void) | undefined
}

const root = 'transfer'
/** Units before those who name them. */
const order = [
  'organisationseinheit',
  'leistung',
  'spezialisierung',
  'onlinedienst',
  'formular',
  'zustaendigkeit',
]

/**
 * Everything there is of services, units and responsibilities as one XZuFi message, piece by piece: what came as XZuFi as it
 * came, what came in other formats written anew.
 */
export async function* exportXzufi(db: Db, options: XzufiExportOptions): AsyncGenerator<string, void> {
  const { version, now, messageId } = options
  const scope = scopeOf(options)
  yield documentStart(root, version, {
    xzufiVersion: version === '2.2' ? '2.2.0' : version,
    produktbezeichnung: 'Amtsweg',
    produkthersteller: 'Amtsweg',
  })
  yield `${elementXml([
    'nachrichtenkopf',
    [
      ['nachrichtUUID', messageId],
      ['erstelltDatumZeit', now],
      ['sender', 'Amtsweg'],
    ],
  ])}\n`
  const kinds = await xzufiKindsStored(db)
  const own = (kind: string) => ownObjects(db, kind, options)
  for (const kind of [...order, ...kinds.filter((one) => !order.includes(one))]) {
    for await (const { element, identifier, version: written } of xzufiStored(db, kind, scope))
      yield element ? write(kind, element, versionOf(written), options) : deletion(kind, identifier)
    for await (const element of own(kind)) yield write(kind, element, '2.2', options)
  }
  yield documentEnd(root)
}

const scopeOf = ({ since, publishedBy }: XzufiExportOptions): ExportScope => ({
  since,
  onlyKeptHere: publishedBy !== undefined,
})

/** What did not come as XZuFi. */
async function* ownObjects(
  db: Db,
  kind: string,
  options: XzufiExportOptions,
): AsyncGenerator<XzufiElement, void> {
  const scope = scopeOf(options)
  const { note = () => {} } = options
  if (kind === 'organisationseinheit') yield* ownOrganisationseinheiten(db, scope)
  if (kind === 'leistung') yield* ownLeistungen(db, scope)
  if (kind === 'zustaendigkeit') yield* ownZustaendigkeiten(db, { ...scope, note })
}

const versionOf = (text: string): XzufiVersion => (text === '2.2' ? '2.2' : '2.3.1')

function write(
  kind: string,
  element: XzufiElement,
  from: XzufiVersion,
  { version, publishedBy, note = () => {} }: XzufiExportOptions,
): string {
  const converted = convertXzufi(
    kind,
    publishedBy === undefined ? element : asPublished(element, publishedBy),
    from,
    version,
  )
  note(kind)
  for (const path of converted.lost) note(`${path} has no place in XZuFi ${version}`)
  return `${elementXml(['schreibe', [converted.element]])}\n`
}

/** Names of classes in messages that delete. */
const classes: Readonly<Record<string, string>> = {
  leistung: 'Leistung',
  organisationseinheit: 'Organisationseinheit',
  spezialisierung: 'LeistungSpezialisierung',
  onlinedienst: 'Onlinedienst',
  formular: 'Formular',
  zustaendigkeit: 'Zustaendigkeit',
}

function deletion(kind: string, { schemeAgencyId, schemeId, value }: XzufiIdentifier): string {
  const attributes = {
    ...(schemeAgencyId ? { schemeAgencyID: schemeAgencyId } : {}),
    ...(schemeId ? { schemeID: schemeId } : {}),
  }
  return `${elementXml(['loesche', [['id', value, attributes]], { klasse: classes[kind] ?? kind }])}\n`
}
