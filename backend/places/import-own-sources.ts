import type { Source } from '@amtsweg/contract'
import type { ImportFile } from '../import/index.ts'

const own = { publisher: 'Amtsweg', licence: 'Apache-2.0', asOf: '2023-11-30', invented: false }

/** Our own files of the model region (demo-site/data). They yield to every register. */
export const ownAreas: Source = {
  ...own,
  id: 'amtsweg-areas',
  name: 'Gebiete der Modellregion Westmecklenburg',
  attribution: 'Namen, Schlüssel und Einwohnerzahlen nach Destatis, Gemeindeverzeichnis',
}

export const ownPlaces: Source = {
  ...own,
  id: 'amtsweg-places',
  name: 'Orte und Postleitzahlen der Modellregion Westmecklenburg',
}

export const ownOutlines: Source = {
  ...own,
  id: 'amtsweg-outlines',
  name: 'Umrisse der Modellregion Westmecklenburg, frei gezeichnete Näherung',
  invented: true,
}

/** Whether the file has these columns and no others, as only ours do. */
export const hasHeader = (file: ImportFile, header: string): boolean => file.text().startsWith(`${header}\n`)
