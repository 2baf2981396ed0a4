import { isolate } from '../isolate.ts'
import { messages as states } from '../states/ar.ts'
import type { GeodataMessages } from './de.ts'

export const messages: GeodataMessages = {
  ...states,
  problems: {
    ...states.problems,
    TooLarge: 'هذا الملف كبير جدًا على الخريطة.',
    Unreadable: 'تعذرت قراءة هذا الملف.',
  },
  heading: 'الخريطة والقائمة',
  map: 'الخريطة',
  noMap: 'تعذّر تحميل الخريطة. كل المواقع موجودة في القائمة.',
  find: 'البحث في القائمة',
  filters: 'تصفية',
  any: 'الكل',
  reset: 'عرض الكل',
  yes: 'نعم',
  no: 'لا',
  near: 'الأقرب أولاً',
  byName: 'الترتيب حسب الاسم',
  noPosition: 'موقعك غير متاح. يرجى السماح به في المتصفح.',
  away: (distance) => `على بعد ${isolate(distance)}`,
  found: (count, all) => (count === all ? `العدد: ${all}` : `العدد: ${count} من ${all}`),
  partial: (count, all) => `تم تحميل ${isolate(count)} من ${isolate(all)}.`,
  none: 'لا شيء يطابق ذلك.',
  empty: 'لا يوجد شيء هنا بعد.',
  missing: (name) => `«${isolate(name)}» غير متاح الآن.`,
  pages: 'صفحات القائمة',
  page: (number, all) => `الصفحة ${isolate(number)} من ${isolate(all)}`,
  previous: 'السابق',
  next: 'التالي',
  unnamed: 'بدون اسم',
  values: 'كل القيم في جدول',
  noValue: 'لا قيمة',
  source: 'المصدر',
}
