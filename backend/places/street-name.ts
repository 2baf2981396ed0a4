import { foldName } from './place-name.ts'

const houseNumber = /[ ,]+\d+ ?[a-z]?(?: ?[-/+] ?\d+ ?[a-z]?)?\s*$/i

/** A street as it is looked up: "Muehlenstr. 12a", "Mühlen-Straße" and "Muhlenstraße" meet. */
export const foldStreet = (street: string): string =>
  foldName(street.replace(houseNumber, ''))
    .replace(/stra(?:ss|s)e(?=$| )/g, 'str')
    .replace(/(?<![aeiouq])([aou])e/g, '$1')
    .replace(/ str$/, 'str')
