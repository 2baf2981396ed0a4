import { localNameOf, type XzufiElement } from '../import/index.ts'

/** Elements of XZuFi that name a person: whom to ask in an office, and who has written a text. */
const persons = new Set(['kontaktperson', 'ansprechpartner', 'erstelltdurch', 'geaendertdurch'])

/**
 * An object as anybody may have it: without the persons named in it, whom nobody has asked (ADR 101), and with the node's id in what we
 * call our offices: two towns may both have a `rathaus`.
 */
export function asPublished(element: XzufiElement, node: string): XzufiElement {
  const [name, content, attributes] = element
  const isOurs = attributes?.['schemeAgencyID'] === 'amtsweg' && attributes['schemeID'] === 'unit'
  const named = isOurs ? { ...attributes, schemeAgencyID: `amtsweg-${node}` } : attributes
  const said =
    typeof content === 'string'
      ? content
      : content
          .filter((child) => !persons.has(localNameOf(child).toLowerCase()))
          .map((child) => asPublished(child, node))
  return named ? [name, said, named] : [name, said]
}
