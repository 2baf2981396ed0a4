import type { LocalPartsBody, Service, SupplementEdit } from '@amtsweg/contract'
import type { Desk } from '../shell/desk.ts'
import { type EditState, readEdit } from '../shell/edit-state.ts'
import type { ServiceRecord } from './service-draft.ts'
import type { Part } from './service-parts.ts'

interface Supplements {
  readonly items: readonly SupplementEdit[]
}
export interface Withdrawal {
  readonly reasons: Readonly<Record<string, string>>
}

/** All that can be edited of a service in an area, as it was read. */
export interface ServiceState {
  /** As citizens read it in German. */
  readonly published: Service
  readonly isOwn: boolean
  readonly record: EditState<ServiceRecord> | undefined
  readonly supplements: EditState<Supplements> | undefined
  readonly parts: EditState<LocalPartsBody> | undefined
  readonly withdrawal: EditState<Withdrawal> | undefined
}

export const noParts: LocalPartsBody = { fees: [], forms: [], onlineServices: [] }

/** Of each state what a change takes: where it stands is in the address. */
const bodies = {
  supplements: ({ items }: Supplements): Supplements => ({ items }),
  parts: ({ fees, forms, onlineServices }: LocalPartsBody): LocalPartsBody => ({
    fees,
    forms,
    onlineServices,
  }),
  withdrawals: ({ reasons }: Withdrawal): Withdrawal => ({ reasons }),
}

/** What is there of a part of a service, as a change of it is written; null = nothing. */
export function bodyOf(part: Part, data: unknown): unknown {
  if (data === null || part === 'record') return data
  if (part === 'supplements') return bodies.supplements(data as Supplements)
  return part === 'parts' ? bodies.parts(data as LocalPartsBody) : bodies.withdrawals(data as Withdrawal)
}

/** Reads a service and what the authority of the clerk says to it. */
export async function readService(desk: Desk, id: string): Promise<ServiceState> {
  const { authority, regionKey } = desk.grant
  const at = `/services/${encodeURIComponent(id)}`
  const { data: published } = await desk.api.get<Service>(at, {
    query: { area: regionKey ?? undefined, lang: 'de' },
  })
  const isOwn = authority !== null && published.provenance.source === `authority-${authority}`
  const local = async <Data extends object>(part: string, nothing: Data, body: (data: Data) => Data) => {
    if (!regionKey) return undefined
    const state = await readEdit<Data>(desk, `${at}/${part}/${regionKey}`, nothing)
    return { ...state, data: body(state.data) }
  }
  const [record, supplements, parts, withdrawal] = await Promise.all([
    isOwn ? readEdit<ServiceRecord | undefined>(desk, `${at}/record`, undefined) : undefined,
    isOwn ? undefined : local('supplements', { items: [] }, bodies.supplements),
    local('parts', noParts, bodies.parts),
    local('withdrawals', { reasons: {} }, bodies.withdrawals),
  ])
  return {
    published,
    isOwn,
    record: record?.data && { ...record, data: record.data },
    supplements,
    parts,
    withdrawal,
  }
}
