import { isolate } from '../isolate.ts'
import type { AuthorsMessages } from './de.ts'

export const messages: AuthorsMessages = {
  by: {
    who: 'من كتب هذا؟',
    text: 'نص الصفحة',
    supplementTo: (title) => `إضافة إلى «${isolate(title)}»`,
    textFor: (layer, area) => {
      if (!area) return layer === 'bund' ? 'نص لكل ألمانيا' : 'نص لمنطقة واحدة'
      return layer === 'gemeinde' ? `نص بلديتكم ${isolate(area)}` : `نص لمنطقة ${isolate(area)}`
    },
    holds: (area) => `يسري في ${isolate(area)}`,
    asOf: (date) => `بتاريخ ${isolate(date)}`,
    author: (name) => `الكاتب: ${isolate(name)}.`,
    dated: (text, stand) => `${text}، ${stand}`,
    undated: 'بلا تاريخ',
  },
  supplement: (area, layer) =>
    layer === 'gemeinde' ? `إضافة من بلديتكم ${isolate(area)}` : `إضافة لمنطقة ${isolate(area)}`,
}
