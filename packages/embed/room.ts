import type { WidgetSource } from './widgets.ts'

type Sizes = Readonly<Record<string, Pick<WidgetSource, 'space'>>>
/** How one of the three forms says which widget with which attributes (selectors, or nothing) it means. */
type Form = (tag: string, attributes: string) => string

/** Without weight, so that any rule of the page wins; with attributes after those without, so that they win. */
function rules(widgets: Sizes, form: Form): string {
  const sizes = Object.entries(widgets).flatMap(([tag, { space }]) =>
    Object.entries(space).map(([attributes, size]) => ({
      attributes,
      size,
      selector: form(tag, attributes),
    })),
  )
  const plain = Object.groupBy(
    sizes.filter(({ attributes }) => !attributes),
    ({ size }) => size,
  )
  const special = Object.groupBy(
    sizes.filter(({ attributes }) => attributes),
    ({ size }) => size,
  )
  return [plain, special]
    .flatMap((groups) =>
      Object.entries(groups).map(
        ([size, of]) => `:where(${of!.map(({ selector }) => selector)}){min-block-size:${size}}`,
      ),
    )
    .join('\n')
}

const element: Form = (tag, attributes) => tag + attributes
const name = (tag: string) => tag.replace('amt-', '')
const division: Form = (tag, attributes) =>
  `div[data-amt=${name(tag)}]${attributes.replaceAll('[', '[data-')}`
const paragraph: Form = (tag, attributes) =>
  `p:has(>a.amt-embed[href*="/embed/${name(tag)}"]${attributes.replaceAll(/\[([\w-]+)\]/g, '[href*="$1="]')})`

/** Room stays reserved after a widget has come: it would else collapse until its data are there. */
export const reserved = (widgets: Sizes): string => rules(widgets, element)

/**
 * The same for pages that want the room before the script has run, also for what it makes elements of: a
 * `div[data-amt]`, and a link of the class `amt-embed` in a paragraph. Without that class nobody can tell it from a link
 * in a sentence, which must not stand above a gap.
 */
export const reservedForAll = (widgets: Sizes): string =>
  [
    `:where(${Object.keys(widgets)}){display:block}`,
    ...[element, division, paragraph].map((form) => rules(widgets, form)),
  ].join('\n')
