import { plural } from '../plural.ts'
import type { StateMessages } from './de.ts'

const form = plural('de')
const place = 'Dissen Uurt kennen wi nich. Kieken Sei nah, ob dat Wuurt richtig schräben is.'
const silent = 'De Deinst gifft kein Antwuurt. Versäuken Sei dat noch mal.'
const problems: StateMessages['problems'] = {
  'invalid-query': 'Dat verstahn wi nich. Kieken Sei nah, ob allens richtig schräben is.',
  'not-found': 'Dat gifft dat nich orrer nich mihr.',
  'area-unknown': place,
  'place-unknown': place,
  'service-unknown': 'Dissen Deinst gifft dat nich orrer nich mihr.',
  OfflineError: 'Sei sünd nich in’t Netz. Wenn de Verbinnung wedder steiht, versäuken Sei dat noch mal.',
  NetworkError: silent,
  TimeoutError: silent,
  timeout: silent,
  unavailable: 'Hier is grad väl los. Versäuken Sei dat glieks noch mal.',
  'internal-error': 'Dat hett nich klappt. De Fehler liggt bi uns.',
}

export const messages: StateMessages = {
  loading: 'Ward laadt …',
  retry: 'Noch mal versäuken',
  retryAfter: (seconds) =>
    `Täuben Sei noch ${form(seconds, { one: 'ein Sekunn', other: `${seconds} Sekunnen` })}.`,
  stale: (time) => `Dat is de Stand von ${time}. Nieger hebben wi dat grad nich.`,
  problems,
  search: {
    results: (count) => form(count, { one: 'Ein Vörslag', other: `${count} Vörsläg’` }),
    none: (text) => `Kein Vörslag för „${text}“. Kieken Sei nah, ob dat Wuurt richtig schräben is.`,
    failed: 'Vörsläg’ gifft dat grad nich. Schrieben Sei noch mal.',
    chooseOne: 'Säuken Sei sick einen Vörslag ut.',
  },
}
