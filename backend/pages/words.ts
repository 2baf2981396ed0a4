import { messages as officeDe } from '@amtsweg/messages/directory/de.ts'
import { messages as officeEn } from '@amtsweg/messages/directory/en.ts'
import { messages as pageDe } from '@amtsweg/messages/pages/de.ts'
import { messages as pageEn } from '@amtsweg/messages/pages/en.ts'
import { messages as placeDe } from '@amtsweg/messages/places/de.ts'
import { messages as placeEn } from '@amtsweg/messages/places/en.ts'
import { messages as responsibilityDe } from '@amtsweg/messages/responsibility/de.ts'
import { messages as responsibilityEn } from '@amtsweg/messages/responsibility/en.ts'
import { messages as serviceDe } from '@amtsweg/messages/services/de.ts'
import { messages as serviceEn } from '@amtsweg/messages/services/en.ts'
import { messages as wayfindingDe } from '@amtsweg/messages/wayfinding/de.ts'
import { messages as wayfindingEn } from '@amtsweg/messages/wayfinding/en.ts'

/** Languages that the pages around the texts exist in. */
export const pageLanguages = ['de', 'en'] as const
export type PageLanguage = (typeof pageLanguages)[number]

/** The words of widgets and pages, so that both call everything by the same name. */
export const wordsIn = {
  de: {
    page: pageDe,
    service: serviceDe,
    office: officeDe,
    place: placeDe,
    responsibility: responsibilityDe,
    wayfinding: wayfindingDe,
  },
  en: {
    page: pageEn,
    service: serviceEn,
    office: officeEn,
    place: placeEn,
    responsibility: responsibilityEn,
    wayfinding: wayfindingEn,
  },
} as const satisfies Record<PageLanguage, object>
export type Words = (typeof wordsIn)[PageLanguage]

/** The language of the page around a text: German for every reader whose language we have no words in. */
export const pageLanguage = (lang: string | undefined): PageLanguage => (lang?.startsWith('en') ? 'en' : 'de')
