import type { AmtElement } from '@amtsweg/kit'

/** What a designer has chosen. */
export interface Choice {
  readonly theme: NonNullable<AmtElement['theme']>
  readonly scheme: NonNullable<AmtElement['scheme']> | ''
  /** Values by the name of a token; what is empty stays as it is. */
  readonly values: Readonly<Record<string, string>>
}

const elements = 'amt-wayfinder,\namt-responsibility-finder'

/** The rule for the page's own style sheet. */
export function themeCss({ values }: Choice): string {
  const lines = Object.entries(values).flatMap(([name, value]) =>
    value.trim() ? `  ${name}: ${value.trim()};` : [],
  )
  return lines.length
    ? `${elements} {\n${lines.join('\n')}\n}\n`
    : '/* Nichts geändert: Es gilt, wie die Seite aussieht. */\n'
}

/** The attributes for the element. */
export const themeHtml = ({ theme, scheme }: Choice): string =>
  `<amt-wayfinder${theme === 'host' ? '' : ` theme="${theme}"`}${scheme && ` scheme="${scheme}"`}>…</amt-wayfinder>`
