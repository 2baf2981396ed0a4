import { isolate } from '../isolate.ts'
import type { AnswersMessages } from './de.ts'

export const messages: AnswersMessages = {
  question: {
    gemeinde: 'في أي بلدية (Gemeinde)؟',
    ort: 'في أي بلدة؟',
    street: 'في أي شارع؟',
  },
  questionReason: 'تختلف الجهة المختصة حسب المكان. بإجابتكم نجد الجهة الصحيحة.',
  including: (names, more) => `تشمل ${isolate(names)}${more ? ' وغيرها' : ''}`,
  village: (name) => `القرية أو الحي: ${isolate(name)}`,
  choiceHelp: 'يمكن البحث أيضًا باسم قرية أو حي.',
  answerQuestion: 'متابعة',
  answerMissing: 'يرجى اختيار إجابة.',
  back: 'العودة إلى السؤال',
  resolved: (service, area) => `الجهة المختصة بـ«${isolate(service)}»${area ? ` في ${isolate(area)}` : ''}`,
  found: (names) => `النتيجة: ${isolate(names)}`,
  others: 'جهات أخرى مشاركة',
  role: {
    responsible: 'تتخذ القرار',
    contact: 'تقدّم المشورة والمساعدة',
    intake: 'تستلم المستندات',
    involved: 'تشارك في الإجراء',
  },
  tier: {
    municipal: 'الإدارة المحلية (Amt, Stadt, Gemeinde)',
    county: 'المقاطعة (Landkreis)',
    state: 'الولاية (Land)',
    federal: 'الحكومة الاتحادية (Bund)',
    other: 'جهة أخرى',
  },
  movedFrom: (former, now) => `أصبحت ${isolate(former)} جزءًا من ${isolate(now)}.`,
  unrecorded: 'لا توجد جهة مختصة مسجّلة',
  unrecordedMeaning: (service, area) =>
    `لا تذكر بياناتنا الجهة المختصة بـ«${isolate(service)}» في ${isolate(area)}. نحن لا نخمّن.`,
  here: 'هذه المنطقة',
  fallback: 'من الأفضل السؤال هنا',
  fallbackArea: (area) => `الإدارة الأعلى مباشرة: ${isolate(area)}.`,
}
