import { foldName } from './place-name.ts'

/** A street as it is looked up: "Bahnhofstr. 12a" and "Bahnhofstraße" meet. */
export const foldStreet = (street: string): string =>
  foldName(street.replace(/[ ,]+\d+ ?[a-z]?(?: ?[-/] ?\d+ ?[a-z]?)?$/i, '').replace(/str\.|strasse|straße/gi, 'str'))
