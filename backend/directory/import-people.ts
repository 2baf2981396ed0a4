import { z } from 'zod'
import { PersonEdit, PersonId } from '@amtsweg/contract'
import { type ImportProfile, jsonRecords, syncOwned } from '../import/index.ts'
import { personFaults, personInOrder } from './own-person.ts'

/** Invented people only: real ones come from their authority (CSV, LDAP, the desk), never from a file that anybody may share. */
const PersonFile = PersonEdit.extend({ id: PersonId, invented: z.literal(true) })

export const peopleProfile: ImportProfile = {
  name: 'people',
  summary: 'Invented people of demo towns as JSON in the format of Amtsweg',
  touches: ['directory'],
  source: {
    id: 'amtsweg-demo-people',
    name: 'Beispiele von Personen (erfunden)',
    licence: 'CC0 1.0',
    licenceUrl: 'https://creativecommons.org/publicdomain/zero/1.0/deed.de',
    invented: true,
  },
  run: async (file, context) => {
    const rows = jsonRecords(file.json(), PersonFile, context).flatMap(({ line, value }) => {
      const { id, invented: _, ...person } = value
      const [fault] = personFaults(id, person, context.now.slice(0, 10))
      if (fault) context.reject(line, `${fault.pointer}: ${fault.detail}`, id)
      const row = {
        ...{ id, content: JSON.stringify(personInOrder(person)), origin: 'import', external_key: null },
        ...{ desk_fields: '', missed: 0, withdrawn_on: null, invented: 1, source_id: context.source.id },
        // The same file again changes nothing.
        updated_at: '2026-11-30T00:00:00.000Z',
      }
      return fault ? [] : [{ line, row }]
    })
    await syncOwned(context, 'person', rows)
  },
}
