import { isolate } from '../isolate.ts'
import { messages as places } from '../places/fa.ts'
import { messages as states } from '../states/fa.ts'
import type { ResponsibilityMessages } from './de.ts'

export const messages: ResponsibilityMessages = {
  ...states,
  places,
  heading: 'کدام اداره مسئول است؟',
  service: 'موضوع درخواست شما چیست؟',
  serviceHelp: 'به آلمانی بنویسید، مثلاً «Personalausweis» (کارت شناسایی)',
  changeService: 'تغییر درخواست',
  loadingAnswer: 'در حال جستجوی ادارهٔ مسئول…',
  subject: (title) => `درخواست شما: ${isolate(title)}`,
}
