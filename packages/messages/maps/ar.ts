import { isolate } from '../isolate.ts'
import type { MapsMessages } from './de.ts'

export const messages: MapsMessages = {
  label: 'خريطة تفاعلية. كل المواقع موجودة أيضًا في القائمة.',
  move: 'تحريك الخريطة',
  zoomIn: 'تكبير',
  zoomOut: 'تصغير',
  left: 'إلى اليسار',
  right: 'إلى اليمين',
  up: 'إلى الأعلى',
  down: 'إلى الأسفل',
  whole: 'الخريطة كلها',
  help: 'طريقة الاستخدام',
  close: 'إغلاق',
  how: 'مفتاح Ctrl مع عجلة الفأرة أو إصبعان لتحريك الخريطة. المفتاح ؟ يشرح المفاتيح.',
  keys: {
    arrows: ['مفاتيح الأسهم', 'تحريك الخريطة'],
    zoom: ['+ و −', 'التكبير والتصغير'],
    walk: ['Alt مع الأسهم', 'الانتقال من موقع إلى آخر'],
    enter: ['مفتاح الإدخال', 'فتح الموقع'],
    help: ['? أو ؟', 'هذه المساعدة'],
  },
  layers: 'الطبقات ووسيلة الإيضاح',
  opacity: (name) => `درجة ظهور «${isolate(name)}»`,
  seen: (width) => `عرض الجزء الظاهر ${isolate(width)}.`,
  at: (name, number, all) => `${isolate(name)}، ${isolate(number)} من ${isolate(all)}`,
  nothing: 'لا شيء في هذا الجزء.',
  borders: 'الحدود',
}
