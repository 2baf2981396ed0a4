import { berlinUnitId, munichUnitId } from '../directory/index.ts'
import { type ImportContext, ImportError, type ImportFile, type ImportProfile } from '../import/index.ts'
import { berlinServiceOffices, munichServiceOffices, type ServiceOffice } from '../services/index.ts'
import { replaceRecords } from './repository-records.ts'

/** A directory of one city that says which of its offices offers which of its services. */
interface OfficeDirectory {
  readonly offices: (file: ImportFile, context: ImportContext) => readonly ServiceOffice[]
  readonly unitId: (office: string) => string
  readonly regionKey: string
  readonly basis: string
  readonly note: string | null
}

/** Every office that offers a service is responsible for it in the whole city. */
const importOffices = (directory: OfficeDirectory) => async (file: ImportFile, context: ImportContext) => {
  const { unitId, regionKey, basis, note } = directory
  const stated = directory.offices(file, context).map(({ line, serviceId, office }) => ({
    line,
    row: {
      service_key: serviceId,
      region_key: regionKey,
      role: 'responsible' as const,
      unit_id: unitId(office),
      note,
      basis,
    },
  }))
  // Offices close while the list of services still names them.
  const accepted = await replaceRecords(context, stated, context.leaveOut)
  if (stated.length > 0 && accepted === 0)
    throw new ImportError(`None of the ${stated.length} offices is known: import the units first`)
}

export const munichResponsibilitiesProfile: ImportProfile = {
  name: 'munich-responsibilities',
  summary: 'Which location offers which service, from the Munich service directory, JSON; after its units',
  touches: ['responsibility'],
  source: {
    id: 'muenchen-responsibilities',
    name: 'Standorte je Dienstleistung der Landeshauptstadt München',
    publisher: 'Landeshauptstadt München',
    licence: 'Texte © Landeshauptstadt München; Quelle im Repositorium unter EUPL-1.2',
    url: 'https://stadt.muenchen.de/',
    attribution: '© Landeshauptstadt München, über it-at-m/eappointment',
    asOf: '2026-06-08',
    invented: false,
  },
  run: importOffices({
    offices: munichServiceOffices,
    unitId: munichUnitId,
    regionKey: '09162',
    basis: 'Dienstleistungsverzeichnis der Landeshauptstadt München, Stand 8. Juni 2026',
    note: null,
  }),
}

export const berlinResponsibilitiesProfile: ImportProfile = {
  name: 'berlin-responsibilities',
  summary: 'Which office offers which service, from the Berlin service portal, NDJSON; after its units',
  touches: ['responsibility'],
  source: {
    id: 'berlin-responsibilities',
    name: 'Standorte je Dienstleistung der Berliner Verwaltung',
    publisher: 'Land Berlin',
    licence: 'EUPL-1.2 (it-at-m/eappointment, zmsdldb)',
    url: 'https://service.berlin.de/',
    attribution: '© Land Berlin, service.berlin.de, über it-at-m/eappointment',
    asOf: '2018-12-31',
    invented: false,
  },
  run: importOffices({
    offices: berlinServiceOffices,
    unitId: berlinUnitId,
    regionKey: '11',
    basis: 'Service-Portal Berlin, Standorte je Dienstleistung 2016 bis 2018',
    note: 'Die Zuordnung ist von 2016 bis 2018 und kann überholt sein.',
  }),
}
