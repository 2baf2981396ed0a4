import { isolate } from '../isolate.ts'
import { messages as states } from '../states/fa.ts'
import type { PeopleMessages } from './de.ts'

export const messages: PeopleMessages = {
  ...states,
  heading: 'چه کسی می‌تواند به من کمک کند؟',
  field: 'نام، اداره یا موضوع',
  help: 'برای نمونه «Wohngeld» یا «Standesamt»',
  submit: 'جست‌وجو',
  people: (count) => (count === 1 ? 'یک نفر' : `${count} نفر`),
  units: (count) => (count === 1 ? 'یک اداره' : `${count} اداره`),
  none: (text) => `برای «${isolate(text)}» کسی پیدا نشد.`,
  noneHelp: 'واژهٔ دیگری را امتحان کنید، مثلاً موضوع را.',
  more: 'نتایج بیشتری هم هست. لطفاً دقیق‌تر جست‌وجو کنید.',
  room: (room) => `اتاق ${isolate(room)}`,
  away: (date) => `تا ${isolate(date)} حضور ندارد`,
  substitute: 'جانشین',
  topics: 'مسئول',
  viaOffice: 'از راه اداره با ما تماس بگیرید:',
  save: 'ذخیرهٔ مخاطب',
  invented: 'دادهٔ نمونه',
  contact: { phone: 'تلفن', fax: 'فکس', email: 'ایمیل' },
}
