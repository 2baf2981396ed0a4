import {
  all,
  attributeOf,
  childrenOf,
  first,
  identifierOf,
  localNameOf,
  type XzufiElement,
  type XzufiIdentifier,
  type XzufiReference,
} from '../import/index.ts'

/** A Zustaendigkeit: a holder answers for services in areas. */
export interface XzufiResponsibility {
  readonly services: readonly XzufiIdentifier[]
  readonly areas: readonly XzufiIdentifier[]
  /** Undefined where it stands within its holder. */
  readonly holder: XzufiIdentifier | undefined
  readonly element: XzufiElement
}

/** The Zustaendigkeit of a message of its own, which names its holder beside it. */
export function transferredResponsibility(element: XzufiElement): XzufiResponsibility {
  const inner = first(element, 'zustaendigkeit') ?? element
  return {
    ...statedIn(inner),
    holder:
      identifierOf(first(element, 'uebergeordnetesObjektID')) ??
      identifierOf(first(inner, 'uebergeordnetesObjektID')),
  }
}

/** What a unit, online service or form says of itself, one or many. */
export const ownResponsibilities = (element: XzufiElement): readonly XzufiResponsibility[] =>
  all(element, 'zustaendigkeit').map((one) => ({ ...statedIn(one), holder: undefined }))

const statedIn = (element: XzufiElement) => ({
  services: servicesIn(element),
  areas: areasIn(element),
  element,
})

/** The services an object names: `leistungID`, or a longer name that ends so. */
export const servicesIn = (element: XzufiElement): readonly XzufiIdentifier[] =>
  identifiersIn(element, /leistungid$/i)

/** The areas it holds in: `gebietID`, `gueltigkeitGebietID`. */
export const areasIn = (element: XzufiElement): readonly XzufiIdentifier[] =>
  identifiersIn(element, /gebietid$/i)

const identifiersIn = (element: XzufiElement, name: RegExp): readonly XzufiIdentifier[] =>
  childrenOf(element).flatMap((child) => (name.test(localNameOf(child)) ? (identifierOf(child) ?? []) : []))

/** What kind of object the holder says it is; undefined where it does not. */
export function holderKind({
  element,
}: XzufiResponsibility): 'organisationseinheit' | 'onlinedienst' | 'formular' | undefined {
  const type = attributeOf(element, 'xsi:type')?.toLowerCase() ?? ''
  return (['organisationseinheit', 'onlinedienst', 'formular'] as const).find((kind) => type.endsWith(kind))
}

/** What an object of XZuFi speaks of. */
export function xzufiReferences(kind: string, element: XzufiElement): readonly XzufiReference[] {
  switch (kind) {
    case 'spezialisierung':
      return toServices(servicesIn(element))
    case 'onlinedienst':
    case 'formular':
      return toServices([
        ...servicesIn(element),
        ...ownResponsibilities(element).flatMap(({ services }) => services),
      ])
    case 'zustaendigkeit': {
      const { services, holder } = transferredResponsibility(element)
      return [...toServices(services), ...(holder ? [['holder', holder] as const] : [])]
    }
    default:
      return []
  }
}

const toServices = (services: readonly XzufiIdentifier[]): readonly XzufiReference[] =>
  services.map((service) => ['service', service])
