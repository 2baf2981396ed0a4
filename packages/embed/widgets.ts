/** A widget as the build knows it: where it lies, whose words it speaks, how much room it takes before it is there. */
export interface WidgetSource {
  readonly source: string
  readonly domain: string
  /** Attribute selector to a module that the widget will import at once in that case. */
  readonly needs?: Readonly<Record<string, string>>
  /** Attribute selector (empty for all) to block size. Reserved for good: see docs/decisions on layout shift. */
  readonly space: Readonly<Record<string, string>>
}

export const widgetSources: Readonly<Record<`amt-${string}`, WidgetSource>> = {
  'amt-directory': {
    source: 'widgets/directory/directory.ts',
    domain: 'people',
    space: { '': '14rem' },
  },
  'amt-map-viewer': {
    source: 'widgets/geodata/map-viewer.ts',
    domain: 'geodata',
    // On a telephone, the list stands below the map, on a desk beside it.
    space: { '': 'clamp(36rem,94rem - 120vw,60rem)' },
  },
  'amt-wayfinder': {
    source: 'widgets/wayfinding/wayfinder.ts',
    domain: 'wayfinding',
    needs: {
      // Of the views only `search` has no hyphen, and begins with the field.
      ':not([service],[life-situation],[view*="-"])': 'packages/kit/combobox.ts',
    },
    // The topics stand in one column on a telephone, in three on a desk.
    space: { '': 'clamp(36rem,94rem - 120vw,60rem)', '[service]': 'min(60rem,100vh)' },
  },
  'amt-responsibility-finder': {
    source: 'widgets/responsibility/responsibility-finder.ts',
    domain: 'responsibility',
    needs: { ':not([area])': 'packages/kit/combobox.ts' },
    // Where the answer comes at once, it may fill the screen; what is below would else be pushed out of sight.
    space: { '': '14rem', '[service][area]': 'min(60rem,100vh)' },
  },
}
