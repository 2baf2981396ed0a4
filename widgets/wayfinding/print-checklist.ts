import { printAlone } from './print.ts'

/** Only the title, what to bring, and the office. */
const listOnly = `@media print {
  .service > :not(.bring, .office) { display: none !important }
  .bring { order: -1 }
  .only-list { display: block !important; margin-block-start: 1rem }
  .document { min-block-size: 2.25rem }
}`

/** Prints the checklist alone, as it is ticked, with the office and a line for the appointment. */
export function printChecklist(host: Element): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(listOnly)
  const root = host.shadowRoot!
  root.adoptedStyleSheets.push(sheet)
  addEventListener(
    'afterprint',
    () => (root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet)),
    {
      once: true,
    },
  )
  printAlone(host, false)
}
