/** Everything of the page that is neither a wayfinder nor around one, and colours that are meant for screens. */
const alone = `@media print {
  body :not(:has(amt-wayfinder), amt-wayfinder, amt-wayfinder *) { display: none !important }
  :root, :has(amt-wayfinder) { background: #fff !important; color: #000 !important }
}`

/** Prints the widget without the page around it; `unfold` opens all folded sections before. */
export function printAlone(host: Element, unfold = true): void {
  if (unfold) {
    const folded = host.shadowRoot!.querySelectorAll<HTMLDetailsElement>('details:not(.no-print)')
    folded.forEach((section) => (section.open = true))
  }
  // Inside another shadow root nothing around us can be told apart: then the page is printed as a whole.
  if (host.getRootNode() === document) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(alone)
    document.adoptedStyleSheets.push(sheet)
    const restore = () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
    addEventListener('afterprint', restore, { once: true })
  }
  print()
}
