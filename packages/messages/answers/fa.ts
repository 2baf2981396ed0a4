import { isolate } from '../isolate.ts'
import type { AnswersMessages } from './de.ts'

export const messages: AnswersMessages = {
  question: {
    gemeinde: 'کدام شهرداری (Gemeinde)؟',
    ort: 'کدام محل؟',
    street: 'کدام خیابان؟',
  },
  questionReason: 'ادارهٔ مسئول به محل بستگی دارد. با پاسخ شما ادارهٔ درست را پیدا می‌کنیم.',
  including: (names, more) => `شامل ${isolate(names)}${more ? ' و جاهای دیگر' : ''}`,
  village: (name) => `محله یا روستا: ${isolate(name)}`,
  choiceHelp: 'می‌توانید نام محله یا روستا را هم جستجو کنید.',
  answerQuestion: 'ادامه',
  answerMissing: 'لطفاً یک پاسخ را انتخاب کنید.',
  back: 'بازگشت به پرسش',
  resolved: (service, area) => `ادارهٔ مسئول برای «${isolate(service)}»${area ? ` در ${isolate(area)}` : ''}`,
  found: (names) => `پیدا شد: ${isolate(names)}`,
  others: 'دیگر اداره‌های مرتبط',
  role: {
    responsible: 'تصمیم می‌گیرد',
    contact: 'مشاوره و راهنمایی می‌دهد',
    intake: 'مدارک شما را دریافت می‌کند',
    involved: 'در روند کار مشارکت دارد',
  },
  tier: {
    municipal: 'ادارهٔ محلی (Amt, Stadt, Gemeinde)',
    county: 'شهرستان (Landkreis)',
    state: 'ایالت (Land)',
    federal: 'دولت فدرال (Bund)',
    other: 'ادارهٔ دیگر',
  },
  movedFrom: (former, now) => `امروز ${isolate(former)} جزو ${isolate(now)} است.`,
  unrecorded: 'ادارهٔ مسئول ثبت نشده است',
  unrecordedMeaning: (service, area) =>
    `در داده‌های ما ادارهٔ مسئول برای «${isolate(service)}» در ${isolate(area)} نیامده است. ما حدس نمی‌زنیم.`,
  here: 'این منطقه',
  fallback: 'بهتر است از اینجا بپرسید',
  fallbackArea: (area) => `ادارهٔ بالاتر: ${isolate(area)}.`,
}
