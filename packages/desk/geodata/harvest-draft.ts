import type {
  GeoAudience,
  GeoHarvest,
  GeoHarvestBody,
  GeoHarvestEdit,
  GeoLicenceCode,
  GeoOffer,
} from '@amtsweg/contract'
import type { FieldErrors } from '../shell/fields.ts'
import { idOfTitle } from './collection-draft.ts'
import { harvestWords as words } from './harvest-words.ts'
import { words as common } from './words.ts'

/** How a copy goes on, as it is typed; '' = as it is there. */
export interface HarvestSettings {
  readonly audience: GeoAudience | ''
  readonly licence: GeoLicenceCode | ''
  readonly provider: string
  readonly everyMinutes: string
}

/** What is typed to get copies. */
export interface HarvestDraft extends HarvestSettings {
  readonly url: string
  readonly token: string
  /** Ids that the copies shall have, by the address of what is copied. */
  readonly chosen: ReadonlyMap<string, string>
}

export const newHarvest: HarvestDraft = {
  ...{ url: '', token: '', chosen: new Map(), audience: '', licence: '', provider: '', everyMinutes: '1440' },
}

/** As people type it, without the beginning that they need not know. */
export const addressIn = (typed: string): string => {
  const text = typed.trim()
  return text !== '' && !/^[a-z]+:\/\//i.test(text) ? `https://${text}` : text
}

export function urlErrors({ url }: HarvestDraft): FieldErrors {
  const address = addressIn(url)
  const isWrong = !URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)
  return { url: isWrong ? words.urlWrong : undefined }
}

/** The id that a copy gets unless somebody types another. */
export const idOfOffer = ({ title, id }: GeoOffer): string => idOfTitle(title) || idOfTitle(id) || 'kopie'

/** Id of the field for the id of a copy. */
export const fieldOf = (index: number): string => `copy-${index}`

const isId = (id: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) && id.length <= 60 && id !== 'new'

/** What is wrong with what was chosen of `offers`. */
export function chosenErrors(draft: HarvestDraft, offers: readonly GeoOffer[]): FieldErrors {
  const ids = [...draft.chosen.values()]
  const misses = needsLicence(draft, offers) && draft.licence === ''
  return {
    choice: draft.chosen.size === 0 ? words.chooseOne : undefined,
    licence: misses ? words.licenceMissing : undefined,
    ...Object.fromEntries(
      offers.flatMap(({ url }, index) => {
        const id = draft.chosen.get(url)
        if (id === undefined) return []
        if (!isId(id)) return [[fieldOf(index), common.idWrong]]
        return ids.indexOf(id) === ids.lastIndexOf(id) ? [] : [[fieldOf(index), common.idTaken]]
      }),
    ),
  }
}

/** Whether something was chosen for which the other server names no licence that we know. */
export const needsLicence = ({ chosen }: HarvestDraft, offers: readonly GeoOffer[]): boolean =>
  offers.some(({ url, licence }) => chosen.has(url) && licence === null)

const sentSettings = ({ audience, licence, provider, everyMinutes }: HarvestSettings) => ({
  ...{ audience: audience || null, licence: licence || null, provider: provider.trim() || null },
  everyMinutes: Number(everyMinutes),
})

/** What is sent for one of those that were chosen. */
export const sentHarvest = (draft: HarvestDraft, url: string, collection: string): GeoHarvestBody => ({
  ...{ url, collection, token: draft.token.trim() || null },
  ...sentSettings(draft),
})

/** How a copy goes on, as it is typed; '' as a token = as before, undefined = none any more. */
export interface EditDraft extends HarvestSettings {
  readonly token: string | undefined
}

export const editDraftOf = ({ audience, licence, provider, everyMinutes }: GeoHarvest): EditDraft => ({
  ...{ audience: audience ?? '', licence: (licence ?? '') as EditDraft['licence'], provider: provider ?? '' },
  ...{ everyMinutes: String(everyMinutes), token: '' },
})

/** What is sent to change a copy. */
export const sentEdit = (draft: EditDraft, paused: boolean): GeoHarvestEdit => ({
  ...sentSettings(draft),
  ...(draft.token === '' ? {} : { token: draft.token?.trim() || null }),
  paused,
})
