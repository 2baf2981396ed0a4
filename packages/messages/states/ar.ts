import { isolate } from '../isolate.ts'
import { plural } from '../plural.ts'
import type { StateMessages } from './de.ts'

const form = plural('ar')
const problems: StateMessages['problems'] = {
  'invalid-query': 'لم نفهم هذا الإدخال. يرجى التحقق من الكتابة.',
  'not-found': 'هذا المحتوى غير موجود أو لم يعد موجودًا.',
  'area-unknown': 'لا نعرف هذا المكان. يرجى التحقق من الكتابة.',
  'place-unknown': 'لا نعرف هذا المكان. يرجى التحقق من الكتابة.',
  'service-unknown': 'هذه الخدمة غير موجودة أو لم تعد موجودة.',
  OfflineError: 'لا يوجد اتصال بالإنترنت. يرجى المحاولة مرة أخرى بعد عودته.',
  NetworkError: 'الخادم لا يستجيب. يرجى المحاولة مرة أخرى.',
  TimeoutError: 'الخادم لا يستجيب. يرجى المحاولة مرة أخرى.',
  timeout: 'الخادم لا يستجيب. يرجى المحاولة مرة أخرى.',
  unavailable: 'الضغط على الخادم كبير الآن. يرجى المحاولة مرة أخرى بعد قليل.',
  'internal-error': 'حدث خطأ من جانبنا.',
}

export const messages: StateMessages = {
  loading: 'جارٍ التحميل…',
  retry: 'المحاولة مرة أخرى',
  retryAfter: (seconds) =>
    `يرجى الانتظار ${form(seconds, { one: 'ثانية واحدة', two: 'ثانيتين', few: `${seconds} ثوانٍ`, other: `${seconds} ثانية` })}.`,
  stale: (time) => `بيانات بتاريخ ${isolate(time)}. تعذّر الآن تحميل بيانات أحدث.`,
  problems,
  search: {
    results: (count) =>
      form(count, {
        zero: 'لا اقتراحات',
        one: 'اقتراح واحد',
        two: 'اقتراحان',
        few: `${count} اقتراحات`,
        many: `${count} اقتراحًا`,
        other: `${count} اقتراح`,
      }),
    none: (text) => `لا اقتراحات لـ«${isolate(text)}». يرجى التحقق من الكتابة.`,
    failed: 'الاقتراحات غير متاحة الآن. يرجى الكتابة مرة أخرى.',
    chooseOne: 'يرجى اختيار أحد الاقتراحات.',
  },
}
