import type { FaultCode } from './finding.ts'
import type { PropertyValue } from './geofile.ts'

/** UTF-8 that was read as Windows-1252 or ISO-8859-1: two odd letters where an umlaut was. */
const mojibake =
  /Ã[\u0080-\u00bf\u0178\u0152\u0153\u201e\u201c\u2013\u0161\u017e]|Â[§°´·]|â€[\u009c\u009e\u2019\u201c\u201e\u2013\u0153]/
const replaced = '\uFFFD'

/** What is wrong with the letters of one object, and the text that shows it. */
export function textFault(
  properties: Readonly<Record<string, PropertyValue>>,
): { readonly code: FaultCode; readonly example: string } | undefined {
  for (const [name, value] of Object.entries(properties))
    for (const text of [name, value]) {
      const found = typeof text === 'string' ? faultIn(text) : undefined
      if (found) return found
    }
  return undefined
}

function faultIn(text: string) {
  const at = mojibake.exec(text)?.index
  if (at !== undefined) return { code: 'text-mojibake', example: around(text, at) } as const
  const lost = text.indexOf(replaced)
  return lost < 0 ? undefined : ({ code: 'text-replaced', example: around(text, lost) } as const)
}

const around = (text: string, at: number) => text.slice(Math.max(0, at - 12), at + 14)
