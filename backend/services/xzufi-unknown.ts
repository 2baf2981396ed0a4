import { childrenOf, localNameOf, type XzufiElement } from '../import/index.ts'
import { elementsByType } from './xzufi-fields.ts'

/** Elements of the objects whose fields no list publishes, as far as we know them; what lies below them is not looked at. */
const alike = [
  'id',
  'idSekundaer',
  'herausgeber',
  'versionsinformation',
  'versionsinformationen',
  'sprachversion',
  'gueltigkeit',
]
const offer = [
  ...alike,
  ...[
    'name',
    'bezeichnung',
    'beschreibung',
    'kurzbezeichnung',
    'link',
    'uri',
    'url',
    'leistungID',
    'zustaendigkeit',
  ],
  ...['gebietID', 'gueltigkeitGebietID', 'vertrauensniveau', 'zahlungsweise', 'logo', 'typ', 'zielgruppe'],
]
const objects: Readonly<Record<string, readonly string[]>> = {
  organisationseinheit: [
    ...alike,
    ...['name', 'beschreibung', 'kurzbeschreibung', 'anschrift', 'kommunikation', 'kommunikationsystem'],
    ...[
      'internetadresse',
      'kategorie',
      'zustaendigkeit',
      'kontaktperson',
      'bankverbindung',
      'synonym',
      'bild',
    ],
    ...['uebergeordneteOrganisationseinheitID', 'untergeordneteOrganisationseinheitID', 'oeffnungszeit'],
    ...['oeffnungszeiten', 'infoOeffnungszeiten', 'infoOeffnungszeitenText', 'infoSonstige', 'glaeubigerID'],
    ...['kennzeichenRollstuhlgerecht', 'kennzeichenAufzug', 'zahlungsweise'],
    // What an Amtsweg adds in a namespace of its own.
    'einheit',
  ],
  onlinedienst: [
    ...offer,
    'logischerParameter',
    'dynamischerParameter',
    'verfuegbarkeit',
    'hilfetext',
    'teaser',
  ],
  formular: [...offer, 'formularUrl', 'formulardatei', 'dateiUrl', 'ansprechpunkt'],
  zustaendigkeit: ['uebergeordnetesObjektID', 'zustaendigkeit'],
}
const known = new Map(
  Object.entries(objects).map(([kind, names]) => [kind, new Set(names.map((name) => name.toLowerCase()))]),
)
/** A Spezialisierung has the modules of a Leistung, and says whose it is. */
const special = new Set(['leistungid', 'gebietid', 'gueltigkeitgebietid', 'istspezialisierungvonleistungid'])

/** Paths of elements in an object that we do not know, each once. They are kept like all others. */
export function unknownIn(kind: string, version: string, element: XzufiElement): readonly string[] {
  const found = new Set<string>()
  const names = known.get(kind)
  if (kind === 'leistung' || kind === 'spezialisierung') {
    walk(element, typeNamesOf(kind, version), kind, found, kind === 'spezialisierung')
  } else if (!names) found.add(kind)
  else
    for (const child of childrenOf(element))
      if (!names.has(localNameOf(child).toLowerCase())) found.add(`${kind}/${localNameOf(child)}`)
  return [...found]
}

function walk(
  element: XzufiElement,
  types: readonly string[],
  path: string,
  found: Set<string>,
  isSpecial = false,
): void {
  for (const child of childrenOf(element)) {
    const name = localNameOf(child)
    const lower = name.toLowerCase()
    const of = typesOf(types, lower)
    if (of) walk(child, of, `${path}/${name}`, found)
    else if (isWrapper(element, types, lower)) walk(child, types, `${path}/${name}`, found)
    else if (!(isSpecial && special.has(lower))) found.add(`${path}/${name}`)
  }
}

/** Types an object of a version has in the list of fields; none where no list is published. */
export const typeNamesOf = (kind: string, version: string): readonly string[] => {
  if (kind !== 'leistung' && kind !== 'spezialisierung') return []
  return [version === '2.2' ? 'Leistung220' : 'Leistung231']
}

/** Types of an element within any of these; undefined where they do not have it. */
export const typesBelow = (types: readonly string[], name: string): readonly string[] | undefined =>
  typesOf(types, name.toLowerCase())

function typesOf(types: readonly string[], name: string): readonly string[] | undefined {
  for (const type of types) {
    const of = elementsByType.get(type)?.get(name)
    if (of) return of
  }
  return undefined
}

/** Choices stand in an element named after the field or the type: `verrichtung/verrichtungLeiKa`, `kostenauswahl/kostenFix`. */
const isWrapper = (element: XzufiElement, types: readonly string[], name: string): boolean =>
  types.length > 0 &&
  (name.startsWith(localNameOf(element).toLowerCase()) ||
    types.some((type) => type.replace(/2(?:20|31)$/, '').toLowerCase() === name))
