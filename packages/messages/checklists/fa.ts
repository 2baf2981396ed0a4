import { messages as durations } from '../durations/fa.ts'
import { isolate } from '../isolate.ts'
import type { ChecklistsMessages } from './de.ts'

export const messages: ChecklistsMessages = {
  ...durations,
  help: 'کارهای انجام‌شده را علامت بزنید.',
  before: 'پیش از آن',
  now: 'اکنون',
  after: 'پس از آن',
  ahead: (time) => `دست‌کم ${isolate(time)} پیش از آن`,
  within: (time) => `مهلت: ${isolate(time)}`,
  more: (situation) => `بیشتر دربارهٔ «${isolate(situation)}»`,
  services: 'خدمات مرتبط با جستجوی شما',
  print: 'چاپ',
  updated: (date) => `تاریخ: ${isolate(date)}`,
}
