import { isolate } from '../isolate.ts'
import { messages as places } from '../places/ar.ts'
import { messages as states } from '../states/ar.ts'
import type { ResponsibilityMessages } from './de.ts'

export const messages: ResponsibilityMessages = {
  ...states,
  places,
  heading: 'ما هي الجهة المختصة؟',
  service: 'ما موضوع طلبكم؟',
  serviceHelp: 'اكتبوا بالألمانية، مثلًا «Personalausweis» (بطاقة الهوية)',
  changeService: 'تغيير الطلب',
  loadingAnswer: 'جارٍ البحث عن الجهة المختصة…',
  subject: (title) => `طلبكم: ${isolate(title)}`,
}
