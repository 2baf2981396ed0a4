import { html, type TemplateResult } from 'lit'

/** One form per layer besides its colour, on a square of 24: they differ in print, and for those who tell no colours apart. */
export const symbolPaths: readonly string[] = [
  'M12 3a9 9 0 1 0 .01 0Z',
  'M4 4h16v16H4Z',
  'M12 2 22 20H2Z',
  'M12 1 23 12 12 23 1 12Z',
  'M9 2h6v7h7v6h-7v7H9v-7H2V9h7Z',
  'M12 22 2 4h20Z',
  'M7 3h10l5 9-5 9H7l-5-9Z',
  'M12 1l3 8 8 .5-6 5.500 2 8-7-4.500-7 4.500 2-8-6-5.500 8-.5Z',
]

/** As the legend and the list show it. */
export const symbol = (layer: number): TemplateResult => html`
  <svg class="symbol c${layer % 8}" viewBox="0 0 24 24" aria-hidden="true">
    <path d=${symbolPaths[layer % 8]!} />
  </svg>
`
