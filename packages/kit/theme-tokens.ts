/** A visual decision that a page may take: a custom property of our elements. */
export interface ThemeToken {
  readonly name: `--amt-${string}`
  readonly kind: 'color' | 'length' | 'number' | 'font'
  /** One sentence for webmasters and designers. */
  readonly description: string
  /** What KERN calls it; read where the page sets none of ours. */
  readonly kern?: `--kern-${string}`
  /** What holds where neither is set. */
  readonly initial: string
}

/** All of them. Font, size, colour of text and background of a widget are those of the element: any rule of the page sets them. */
export const themeTokens: readonly ThemeToken[] = [
  {
    name: '--amt-color-accent',
    kind: 'color',
    description: 'Links, buttons, icons, what is chosen.',
    kern: '--kern-color-action-default',
    initial: 'colour of the page’s links',
  },
  {
    name: '--amt-color-on-accent',
    kind: 'color',
    description: 'Words on the accent.',
    kern: '--kern-color-action-on-default',
    initial: 'white or black, whichever contrasts more',
  },
  {
    name: '--amt-color-muted',
    kind: 'color',
    description: 'Words of less weight.',
    kern: '--kern-color-layout-text-muted',
    initial: '75 % of the text',
  },
  {
    name: '--amt-color-line',
    kind: 'color',
    description: 'Thin lines between things.',
    kern: '--kern-color-layout-border',
    initial: '22 % of the text',
  },
  {
    name: '--amt-color-edge',
    kind: 'color',
    description: 'Edges of fields.',
    kern: '--kern-color-form-input-border',
    initial: '62 % of the text',
  },
  {
    name: '--amt-color-tint',
    kind: 'color',
    description: 'Behind what the pointer is on.',
    initial: '6 % of the text',
  },
  {
    name: '--amt-color-surface',
    kind: 'color',
    description: 'Behind the list of suggestions.',
    kern: '--kern-color-layout-background-default',
    initial: 'Canvas',
  },
  {
    name: '--amt-color-on-surface',
    kind: 'color',
    description: 'Words in the list of suggestions.',
    kern: '--kern-color-layout-text-default',
    initial: 'CanvasText',
  },
  {
    name: '--amt-color-field',
    kind: 'color',
    description: 'Behind what is typed.',
    kern: '--kern-color-form-input-background',
    initial: 'Field',
  },
  {
    name: '--amt-color-on-field',
    kind: 'color',
    description: 'What is typed.',
    kern: '--kern-color-layout-text-default',
    initial: 'FieldText',
  },
  {
    name: '--amt-color-good',
    kind: 'color',
    description: 'Words for what is open or well.',
    kern: '--kern-color-feedback-success',
    initial: 'a green',
  },
  {
    name: '--amt-color-bad',
    kind: 'color',
    description: 'Words for what is wrong.',
    kern: '--kern-color-feedback-danger',
    initial: 'a red',
  },
  {
    name: '--amt-color-focus',
    kind: 'color',
    description: 'The ring around what has the focus.',
    kern: '--kern-color-action-focus-default',
    initial: 'the accent',
  },
  {
    name: '--amt-radius',
    kind: 'length',
    description: 'Corners of fields, buttons and tiles.',
    kern: '--kern-metric-border-radius-default',
    initial: '0.25rem',
  },
  { name: '--amt-border-width', kind: 'length', description: 'Width of lines and edges.', initial: '1px' },
  { name: '--amt-focus-width', kind: 'length', description: 'Width of the focus ring.', initial: '3px' },
  {
    name: '--amt-target-size',
    kind: 'length',
    description: 'Least height of what can be pressed.',
    initial: '2.75rem, 44px at least',
  },
  {
    name: '--amt-space',
    kind: 'length',
    description: 'Unit of all distances: less packs tighter, more gives air.',
    initial: '1rem, 16px at least',
  },
  { name: '--amt-line-height', kind: 'number', description: 'Height of lines.', initial: '1.5' },
  {
    name: '--amt-heading-font',
    kind: 'font',
    description: 'Font of headings.',
    initial: 'the page’s font',
  },
  { name: '--amt-heading-weight', kind: 'number', description: 'Weight of headings.', initial: '700' },
]
