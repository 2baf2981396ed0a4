import {
  childrenOf,
  localNameOf,
  safeAddress,
  textOf,
  type XzufiElement,
  xzufiWords,
} from '../import/index.ts'
import type { PartRecord } from './service-record.ts'
import { languagesBelow, spoken } from './xzufi-words.ts'

/** An online service (Onlinedienst) or form (Formular) as part of the services it is offered for, in each of its regions. */
export function offerParts(
  kind: 'online-service' | 'form',
  element: XzufiElement,
  regions: readonly (string | undefined)[],
): readonly PartRecord[] {
  const url = addressIn(element)
  const names = { ...xzufiWords(element, 'name'), ...xzufiWords(element, 'bezeichnung') }
  return languagesBelow([element]).flatMap((lang) => {
    const title = spoken(names, lang) ?? url
    if (!title) return []
    return regions.map((region): PartRecord => ({
      kind,
      lang,
      regionKey: region,
      content: { title, ...(url ? { url } : {}), ...(region ? { regionKey: region } : {}), invented: false },
    }))
  })
}

const addressNames = /^(?:link|uri|url|formularurl|dateiurl|internetadresse)$/i

/** The first address in it that a reader may follow: versions and senders put it in different places. */
function addressIn(element: XzufiElement): string | undefined {
  for (const child of childrenOf(element)) {
    const own = addressNames.test(localNameOf(child)) ? safeAddress(textOf(child)?.trim()) : undefined
    const address = own ?? addressIn(child)
    if (address) return address
  }
  return undefined
}
