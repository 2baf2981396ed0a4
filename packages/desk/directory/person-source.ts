import type { PersonEditState, PersonRecordPage } from '@amtsweg/contract'
import type { Desk } from '../shell/desk.ts'
import type { PickerSource } from '../shell/picker.ts'
import { personName } from './person-draft.ts'

/** So many people of an authority come at once. */
const pageSize = 1_000
const mostShown = 8

/** The people of an authority, each with what they do; never `except`. Names do not belong into addresses, so they are searched here. */
export function personSource({ api }: Desk, except: string): PickerSource {
  let people: Promise<readonly PersonEditState[]> | undefined
  const all = async () => {
    const items: PersonEditState[] = []
    for (let cursor: string | undefined, isMore = true; isMore;) {
      const { data } = await api.get<PersonRecordPage>('/people/records', {
        query: { limit: pageSize, cursor },
      })
      items.push(...data.items)
      cursor = data.next ?? undefined
      isMore = cursor !== undefined
    }
    return items
  }
  const picked = (person: PersonEditState) => ({
    ...{ id: person.id, name: personName(person) },
    detail: person.functions?.[0]?.names['de'],
  })
  return {
    async find(text) {
      people ??= all()
      people.catch(() => (people = undefined))
      const wanted = text.toLocaleLowerCase('de')
      return (await people)
        .filter(({ id, withdrawnOn }) => id !== except && !withdrawnOn)
        .map(picked)
        .filter(({ name, detail = '' }) => `${name} ${detail}`.toLocaleLowerCase('de').includes(wanted))
        .slice(0, mostShown)
    },
    async named(id) {
      const { data } = await api.get<PersonEditState>(`/people/${encodeURIComponent(id)}/record`)
      return picked(data)
    },
  }
}
