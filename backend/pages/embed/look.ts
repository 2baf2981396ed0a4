import { z } from 'zod'
import { inkOn, readable } from './contrast.ts'

/** What a webmaster may say of the looks; each value stands in a style sheet, so each has a narrow form. */
export const lookForms = {
  theme: z.enum(['host', 'kern', 'contrast']),
  /** A frame cannot see whether the page around is light or dark. */
  scheme: z.enum(['light', 'dark', 'system']),
  /** Hexadecimal digits without the sign, which would end the address. */
  accent: z.string().regex(/^(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, 'A colour such as 0b5c4a'),
  /** Name of a font that the reader has, or a generic one. */
  font: z.string().regex(/^[A-Za-z][A-Za-z0-9 -]{0,39}$/, 'The name of a font'),
  /** Pixels. */
  radius: z.string().regex(/^(?:[0-9]|1[0-9]|2[0-4])$/, 'A whole number of pixels, 0 to 24'),
} as const

export type Look = {
  readonly [Name in keyof typeof lookForms]?: z.infer<(typeof lookForms)[Name]> | undefined
}

/** Backgrounds as browsers draw them; of dark ones the lightest. */
const backgrounds = { light: 'ffffff', dark: '1e1e1e' } as const
const textContrast = 4.5

const schemes = { light: 'light', dark: 'dark', system: 'light dark' } as const
const generic: Readonly<Record<string, string>> = {
  serif: 'serif',
  'sans-serif': 'sans-serif',
  monospace: 'monospace',
  'system-ui': 'system-ui',
}

const accentOf = (colour: string): string => {
  const light = readable(colour, backgrounds.light, textContrast)
  const dark = readable(colour, backgrounds.dark, textContrast)
  return `--accent:light-dark(#${light},#${dark});--on-accent:light-dark(#${inkOn(light)},#${inkOn(dark)});`
}

const fontOf = (name: string): string => generic[name.toLowerCase()] ?? `"${name}",system-ui,sans-serif`

interface Theme {
  readonly colours: string
  readonly shape: string
}

/** The values of the widgets' themes (packages/kit/themes.styles.ts), whose names the server may not know. */
const themes: Readonly<Record<NonNullable<Look['theme']>, Theme>> = {
  host: { colours: '', shape: '' },
  kern: {
    colours: [
      '--accent:light-dark(#2044aa,#98b4f5);--on-accent:light-dark(#fff,#000);--surface:light-dark(#fff,#000);',
      '--ink:light-dark(#131525,#f3f4f8);--muted:light-dark(#4e5472,#b6bad0);--line:light-dark(#6e7597,#8085a3);',
      '--edge:light-dark(#1e2133,#e8eaf2);',
    ].join(''),
    shape: '--radius:4px;font-family:"Fira Sans",system-ui,sans-serif;',
  },
  contrast: {
    colours: [
      '--accent:light-dark(#00c,#ff0);--on-accent:light-dark(#fff,#000);--surface:light-dark(#fff,#000);',
      '--ink:light-dark(#000,#fff);--muted:var(--ink);--line:var(--ink);--edge:var(--ink);',
    ].join(''),
    shape: '',
  },
}

/** The style sheet of one page: values of the forms above and nothing else. Light unless asked otherwise; paper is white always. */
export function lookOf({ theme = 'host', scheme = 'light', accent, font, radius }: Look): string {
  const { colours, shape } = themes[theme]
  const accented = accent === undefined ? '' : accentOf(accent.toLowerCase())
  const typed = font === undefined ? '' : `font-family:${fontOf(font)};`
  const rounded = radius === undefined ? '' : `--radius:${radius}px;`
  const screen = `@media screen{:root:root{color-scheme:${schemes[scheme]};${colours}${accented}}}`
  const everywhere = `${shape}${typed}${rounded}`
  return everywhere ? `${screen}:root:root{${everywhere}}` : screen
}
