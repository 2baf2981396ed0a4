import { isolate } from '../isolate.ts'
import { plural } from '../plural.ts'
import { messages as states } from '../states/ar.ts'
import type { PeopleMessages } from './de.ts'

const form = plural('ar')

export const messages: PeopleMessages = {
  ...states,
  heading: 'من يمكنه مساعدتي؟',
  field: 'الاسم أو الدائرة أو الموضوع',
  help: 'مثلاً «Wohngeld» أو «Standesamt»',
  submit: 'بحث',
  people: (count) =>
    form(count, {
      zero: 'لا أشخاص',
      one: 'شخص واحد',
      two: 'شخصان',
      few: `${count} أشخاص`,
      many: `${count} شخصًا`,
      other: `${count} شخص`,
    }),
  units: (count) =>
    form(count, {
      zero: 'لا دوائر',
      one: 'دائرة واحدة',
      two: 'دائرتان',
      few: `${count} دوائر`,
      many: `${count} دائرة`,
      other: `${count} دائرة`,
    }),
  none: (text) => `لم نجد أحدًا عن «${isolate(text)}».`,
  noneHelp: 'جرّب كلمة أخرى، مثل الموضوع.',
  more: 'هناك نتائج أخرى. يرجى البحث بدقة أكبر.',
  room: (room) => `الغرفة ${isolate(room)}`,
  away: (date) => `غائب حتى ${isolate(date)}`,
  substitute: 'النائب',
  topics: 'مسؤول عن',
  viaOffice: 'يمكنك التواصل معنا عبر الدائرة:',
  save: 'حفظ جهة الاتصال',
  invented: 'بيانات نموذجية',
  contact: { phone: 'الهاتف', fax: 'الفاكس', email: 'البريد الإلكتروني' },
}
