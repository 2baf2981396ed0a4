import { html, svg, type TemplateResult } from 'lit'

/** Few icons, drawn by us on a 24 px grid, never without words beside them. */
const paths = {
  place: svg`<path d="M12 21s7-6.4 7-11.5a7 7 0 0 0-14 0C5 14.6 12 21 12 21Z" /><circle cx="12" cy="9.5" r="2.5" />`,
  route: svg`<path d="M4 12h14m-6-6 6 6-6 6" />`,
  phone: svg`<path d="M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3Z" />`,
  mail: svg`<path d="M3 6h18v12H3zM3 7l9 6 9-6" />`,
  web: svg`<circle cx="12" cy="12" r="9" /><path d="M3 12h18M12 3c6 6 6 12 0 18-6-6-6-12 0-18Z" />`,
  clock: svg`<circle cx="12" cy="12" r="9" /><path d="M12 7v5l3.5 2" />`,
  save: svg`<path d="M12 4v11m-5-5 5 5 5-5M4 20h16" />`,
  access: svg`<circle cx="12" cy="4.5" r="1.5" /><path d="M5 8.5h14M12 8.5V14m0 0-3 6.5M12 14l3 6.5" />`,
}

export const icon = (name: keyof typeof paths): TemplateResult => html`
  <svg class="icon ${name}" viewBox="0 0 24 24" aria-hidden="true">${paths[name]}</svg>
`
