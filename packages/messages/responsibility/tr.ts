import { messages as places } from '../places/tr.ts'
import { messages as states } from '../states/tr.ts'
import type { ResponsibilityMessages } from './de.ts'

export const messages: ResponsibilityMessages = {
  ...states,
  places,
  heading: 'Hangi kurum yetkili?',
  service: 'Hangi hizmeti arıyorsunuz?',
  serviceHelp: 'Almanca yazın, örneğin “Personalausweis” (kimlik kartı)',
  changeService: 'Hizmeti değiştir',
  loadingAnswer: 'Yetkili kurum aranıyor…',
  subject: (title) => `Aradığınız hizmet: ${title}`,
}
