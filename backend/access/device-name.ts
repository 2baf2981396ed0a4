const browsers = [
  ['Edge', /\bEdgA?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|Chromium|CriOS)\//],
  ['Safari', /\bSafari\//],
] as const
const systems = [
  ['Android', /\bAndroid\b/],
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
] as const

type Known = readonly (readonly [name: string, pattern: RegExp])[]
const first = (known: Known, text: string) => known.find(([, pattern]) => pattern.test(text))?.[0]

/** Browser and system in words by which clerks tell their sessions apart; no version, which would make it a fingerprint. */
export const deviceName = (userAgent: string | undefined): string =>
  [first(browsers, userAgent ?? ''), first(systems, userAgent ?? '')].filter(Boolean).join(', ')
