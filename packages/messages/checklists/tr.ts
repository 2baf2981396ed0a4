import { messages as durations } from '../durations/tr.ts'
import type { ChecklistsMessages } from './de.ts'

export const messages: ChecklistsMessages = {
  ...durations,
  help: 'Tamamladıklarınızı işaretleyin.',
  before: 'Öncesinde',
  now: 'Şimdi',
  after: 'Sonrasında',
  ahead: (time) => `En az ${time} önce`,
  within: (time) => `Süre: ${time}`,
  more: (situation) => `“${situation}” hakkında daha fazla bilgi`,
  services: 'Aramanıza uygun hizmetler',
  print: 'Yazdır',
  updated: (date) => `${date} itibarıyla`,
}
