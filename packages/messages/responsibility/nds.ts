import { messages as places } from '../places/nds.ts'
import { messages as states } from '../states/nds.ts'
import type { ResponsibilityMessages } from './de.ts'

export const messages: ResponsibilityMessages = {
  ...states,
  places,
  heading: 'Wecker is dorför dor?',
  service: 'Worüm geiht dat?',
  serviceHelp: 'Tau’n Bispill „Personalausweis“ orrer „Hund anmelden“',
  changeService: 'Wat anners nähmen',
  loadingAnswer: 'Wi säuken dat richtige Amt …',
  subject: (title) => `Dat geiht üm: ${title}`,
}
