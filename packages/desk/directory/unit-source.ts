import type { Unit, UnitPage } from '@amtsweg/contract'
import type { Desk } from '../shell/desk.ts'
import type { PickerSource } from '../shell/picker.ts'

interface Limits {
  /** Only offices in this area. */
  readonly area?: string | undefined
  /** Id of an office that is not offered. */
  readonly except?: string | undefined
}

/** Offices by the beginnings of their words, each with its place. */
export const unitSource = ({ api }: Desk, { area, except }: Limits = {}): PickerSource => ({
  async find(q, signal) {
    const { data } = await api.get<UnitPage>('/units', { signal, query: { q, area, limit: 8 } })
    return data.items
      .filter(({ id }) => id !== except)
      .map(({ id, name, regionName, parent }) => ({
        ...{ id, name },
        detail: [parent?.name, regionName].filter(Boolean).join(', '),
      }))
  },
  async named(id) {
    const { data } = await api.get<Unit>(`/units/${encodeURIComponent(id)}`)
    return { id, name: data.name, detail: data.parent?.name }
  },
})
