import { isolate } from '../isolate.ts'
import { messages as states } from '../states/fa.ts'
import type { GeodataMessages } from './de.ts'

export const messages: GeodataMessages = {
  ...states,
  problems: {
    ...states.problems,
    TooLarge: 'این پرونده برای نقشه بیش از حد بزرگ است.',
    Unreadable: 'این پرونده خوانده نمی‌شود.',
  },
  heading: 'نقشه و فهرست',
  map: 'نقشه',
  noMap: 'نقشه بارگذاری نشد. همه موارد در فهرست هستند.',
  find: 'جستجو در فهرست',
  filters: 'پالایش',
  any: 'همه',
  reset: 'نمایش همه',
  yes: 'بله',
  no: 'خیر',
  near: 'نزدیک‌ترین‌ها اول',
  byName: 'ترتیب بر اساس نام',
  noPosition: 'مکان شما در دسترس نیست. لطفاً در مرورگر اجازه دهید.',
  away: (distance) => `در فاصله ${isolate(distance)}`,
  found: (count, all) => (count === all ? `موارد: ${all}` : `موارد: ${count} از ${all}`),
  partial: (count, all) => `${isolate(count)} از ${isolate(all)} مورد بارگذاری شد.`,
  none: 'موردی پیدا نشد.',
  empty: 'هنوز چیزی اینجا نیست.',
  missing: (name) => `«${isolate(name)}» اکنون در دسترس نیست.`,
  pages: 'صفحه‌های فهرست',
  page: (number, all) => `صفحه ${isolate(number)} از ${isolate(all)}`,
  previous: 'قبلی',
  next: 'بعدی',
  unnamed: 'بدون نام',
  values: 'همه مقدارها در جدول',
  noValue: 'بدون مقدار',
  source: 'منبع',
}
