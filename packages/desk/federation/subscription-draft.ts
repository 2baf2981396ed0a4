import type { SubscriptionBody } from '@amtsweg/contract'
import type { FieldErrors } from '../shell/fields.ts'
import { words } from './words.ts'

/** What is typed to subscribe. */
export interface SubscriptionDraft {
  readonly url: string
  readonly kind: SubscriptionBody['kind']
  readonly isArea: boolean
  readonly area: string
  readonly everyMinutes: string
}

/** The area of the authority is what most want to leave to another server, and all that it may. */
export const newDraft = (regionKey: string | null): SubscriptionDraft => ({
  ...{ url: '', kind: 'amtsweg', isArea: regionKey !== null, area: regionKey ?? '', everyMinutes: '15' },
})

const addressIn = (url: string): string => {
  const text = url.trim()
  return text !== '' && !/^[a-z]+:\/\//i.test(text) ? `https://${text}` : text
}

export function draftErrors({ url, kind, isArea, area }: SubscriptionDraft): FieldErrors {
  const isKey = /^(?:\d{2}|\d{3}|\d{5}|\d{9}|\d{12})$/.test(area.trim())
  return {
    url: URL.canParse(addressIn(url)) ? undefined : words.urlMissing,
    area: kind === 'amtsweg' && isArea && !isKey ? words.areaMissing : undefined,
  }
}

/** What is sent. */
export const sentDraft = ({
  url,
  kind,
  isArea,
  area,
  everyMinutes,
}: SubscriptionDraft): SubscriptionBody => ({
  ...{ kind, url: addressIn(url), everyMinutes: Number(everyMinutes) },
  areas: kind === 'amtsweg' && isArea ? [area.trim()] : [],
})
