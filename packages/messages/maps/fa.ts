import { isolate } from '../isolate.ts'
import type { MapsMessages } from './de.ts'

export const messages: MapsMessages = {
  label: 'نقشه تعاملی. همه موارد در فهرست هم هستند.',
  move: 'حرکت نقشه',
  zoomIn: 'بزرگ‌نمایی',
  zoomOut: 'کوچک‌نمایی',
  left: 'چپ',
  right: 'راست',
  up: 'بالا',
  down: 'پایین',
  whole: 'تمام نقشه',
  help: 'راهنمای استفاده',
  close: 'بستن',
  how: 'کلید Ctrl و چرخ ماوس یا دو انگشت نقشه را حرکت می‌دهند. کلید ؟ همه کلیدها را توضیح می‌دهد.',
  keys: {
    arrows: ['کلیدهای جهت', 'حرکت نقشه'],
    zoom: ['+ و −', 'بزرگ‌نمایی و کوچک‌نمایی'],
    walk: ['Alt و کلیدهای جهت', 'رفتن از یک مورد به مورد دیگر'],
    enter: ['کلید ورود', 'باز کردن مورد'],
    help: ['? یا ؟', 'همین راهنما'],
  },
  layers: 'لایه‌ها و راهنمای نقشه',
  opacity: (name) => `میزان نمایش «${isolate(name)}»`,
  seen: (width) => `عرض بخش دیده‌شده ${isolate(width)} است.`,
  at: (name, number, all) => `${isolate(name)}، ${isolate(number)} از ${isolate(all)}`,
  nothing: 'در این بخش موردی نیست.',
  borders: 'مرزها',
}
