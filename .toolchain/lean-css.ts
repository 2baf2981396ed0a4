/** What `css` gives: a style sheet that all elements of a class share. */
interface Styles {
  readonly styleSheet: CSSStyleSheet
}

/** Lit's `css` without values inside, which the build refuses: see template-minifier.ts. */
export const css = ([text]: TemplateStringsArray): Styles => {
  const styleSheet = new CSSStyleSheet()
  styleSheet.replaceSync(text!)
  return { styleSheet }
}

export const adoptStyles = (root: ShadowRoot, styles: readonly Styles[]): void => {
  root.adoptedStyleSheets = styles.map(({ styleSheet }) => styleSheet)
}

export const getCompatibleStyle = (styles: Styles): Styles => styles
