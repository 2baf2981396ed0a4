import { messages as durations } from '../durations/ar.ts'
import { isolate } from '../isolate.ts'
import type { ChecklistsMessages } from './de.ts'

export const messages: ChecklistsMessages = {
  ...durations,
  help: 'ضعوا علامة على ما تم إنجازه.',
  before: 'قبل ذلك',
  now: 'الآن',
  after: 'بعد ذلك',
  ahead: (time) => `مسبقًا، على الأقل: ${isolate(time)}`,
  within: (time) => `المهلة: ${isolate(time)}`,
  more: (situation) => `المزيد عن «${isolate(situation)}»`,
  services: 'خدمات تناسب بحثكم',
  print: 'طباعة',
  updated: (date) => `بتاريخ ${isolate(date)}`,
}
