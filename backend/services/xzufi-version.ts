import {
  childrenOf,
  codeOf,
  localNameOf,
  textOf,
  type XzufiElement,
  type XzufiVersion,
} from '../import/index.ts'
import { typeNamesOf, typesBelow } from './xzufi-unknown.ts'

/** An object as another version writes it, and the paths of what that version has no place for. */
export interface Converted {
  readonly element: XzufiElement
  readonly lost: readonly string[]
}

/** Elements of a Leistung that both versions have under names of their own: 2.2 first. */
const renamed: readonly (readonly [older: string, newer: string])[] = [
  ['referenzLeiKa', 'referenzLeistungsschluessel'],
  ['idLeistungImKontext', 'leistungImKontextID'],
  ['idProzess', 'prozessID'],
  ['versionsinformation', 'versionsinformationen'],
  ['kennzeichenSchriftformerfordernis', 'kennzeichenFormularSchriftformerfordernis'],
]
const everyChannel: XzufiElement = ['zugangskanal', [['|code', '000']]]

/**
 * Writes a Leistung or Spezialisierung in another version. Other objects are written alike in both. What only the version it
 * comes from knows is left out and named; what neither knows is an extension of its publisher and stays.
 */
export function convertXzufi(
  kind: string,
  element: XzufiElement,
  from: XzufiVersion,
  to: XzufiVersion,
): Converted {
  if (from === to || !['leistung', 'spezialisierung'].includes(kind)) return { element, lost: [] }
  const moved = withChildren(element, childrenOf(element).map(to === '2.3.1' ? newer : older))
  const lost: string[] = []
  return { element: prune(moved, typeNamesOf(kind, to), typeNamesOf(kind, from), kind, lost), lost }
}

function newer(child: XzufiElement): XzufiElement {
  if (localNameOf(child) === 'referenzLeiKa')
    return ['referenzLeistungsschluessel', codeOf(child) ?? '', { schemeID: 'urn:de:fim:leika:leistung' }]
  const name = renamed.find(([before]) => before === child[0])?.[1]
  if (name) return rename(child, name)
  if (child[0] === 'struktur') return withChildren(child, childrenOf(child).map(unwrapped))
  if (!isModule(child)) return child
  const inner = childrenOf(child).map((one) => newerPart(one, child[0]))
  return withChildren(
    child,
    inner.some((one) => one[0] === 'zugangskanal') ? inner : [everyChannel, ...inner],
  )
}

function older(child: XzufiElement): XzufiElement {
  if (localNameOf(child) === 'referenzLeistungsschluessel')
    return [
      'referenzLeiKa',
      [['|code', textOf(child) ?? codeOf(child) ?? '']],
      { listURI: 'urn:de:fim:leika:leistung' },
    ]
  const name = renamed.find(([, after]) => after === child[0])?.[0]
  if (name) return rename(child, name)
  if (child[0] === 'struktur') return withChildren(child, childrenOf(child).map(wrapped))
  if (!isModule(child)) return child
  const isEvery = (one: XzufiElement) => one[0] === 'zugangskanal' && codeOf(one) === '000'
  return withChildren(
    child,
    childrenOf(child)
      .filter((one) => !isEvery(one))
      .flatMap((one) => olderPart(one, child[0])),
  )
}

/** In 2.3.1 a document stands inside what is said about its being required. */
function newerPart(child: XzufiElement, module: string): XzufiElement {
  if (module === 'modulDokument')
    return renameIf(newerDocument(child), 'beschreibung', 'beschreibungEingehend')
  return child
}

function newerDocument(child: XzufiElement): XzufiElement {
  if (child[0] === 'dokumentEingehend')
    return withChildren(child, [['dokument', childrenOf(child).map(newerDetail)]])
  if (child[0] === 'dokumentAusgehend') return withChildren(child, childrenOf(child).map(newerDetail))
  return child
}

function olderPart(child: XzufiElement, module: string): readonly XzufiElement[] {
  if (module !== 'modulDokument') return [child]
  const flat = (one: XzufiElement): readonly XzufiElement[] =>
    one[0] === 'dokument' ? childrenOf(one).map(olderDetail) : [one]
  if (child[0] === 'dokumentEingehend') return [withChildren(child, childrenOf(child).flatMap(flat))]
  if (child[0] === 'dokumentAusgehend') return [withChildren(child, childrenOf(child).map(olderDetail))]
  return [renameIf(child, 'beschreibungEingehend', 'beschreibung')]
}

/** 2.2 offers a choice of code lists (`verrichtung/verrichtungLeiKa`) where 2.3.1 has LeiKa's alone. */
const choices = ['leistungsgruppierung', 'verrichtung']

const unwrapped = (child: XzufiElement): XzufiElement =>
  choices.includes(child[0])
    ? (childrenOf(child).find(([name]) => name === `${child[0]}LeiKa`) ?? child)
    : child

const wrapped = (child: XzufiElement): XzufiElement => {
  const choice = choices.find((name) => child[0] === `${name}LeiKa`)
  return choice ? [choice, [child]] : child
}

/** Without what only the version of before knows. */
function prune(
  element: XzufiElement,
  types: readonly string[],
  before: readonly string[],
  path: string,
  lost: string[],
): XzufiElement {
  const children = childrenOf(element)
  if (children.length === 0) return element
  return withChildren(
    element,
    children.flatMap((child) => {
      const name = localNameOf(child)
      const below = typesBelow(types, name)
      const belowBefore = typesBelow(before, name)
      if (below) return [prune(child, below, belowBefore ?? below, `${path}/${name}`, lost)]
      if (!belowBefore) return [child]
      lost.push(`${path}/${name}`)
      return []
    }),
  )
}

const newerDetail = (child: XzufiElement): XzufiElement =>
  renameIf(renameIf(child, 'typ', 'art'), 'referenzFormularID', 'formularReferenz')
const olderDetail = (child: XzufiElement): XzufiElement =>
  renameIf(renameIf(child, 'art', 'typ'), 'formularReferenz', 'referenzFormularID')

const isModule = ([name]: XzufiElement): boolean => name.startsWith('modul')
const rename = ([, content, attributes]: XzufiElement, name: string): XzufiElement =>
  attributes ? [name, content, attributes] : [name, content]
const renameIf = (child: XzufiElement, before: string, after: string): XzufiElement =>
  child[0] === before ? rename(child, after) : child
const withChildren = (
  [name, content, attributes]: XzufiElement,
  children: readonly XzufiElement[],
): XzufiElement => {
  const inner = typeof content === 'string' ? content : children
  return attributes ? [name, inner, attributes] : [name, inner]
}
