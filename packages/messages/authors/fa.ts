import { isolate } from '../isolate.ts'
import type { AuthorsMessages } from './de.ts'

export const messages: AuthorsMessages = {
  by: {
    who: 'این را چه کسی نوشته است؟',
    text: 'متن صفحه',
    supplementTo: (title) => `افزوده به «${isolate(title)}»`,
    textFor: (layer, area) => {
      if (!area) return layer === 'bund' ? 'متن برای سراسر آلمان' : 'متن برای یک منطقه'
      return layer === 'gemeinde' ? `متن شهرداری شما، ${isolate(area)}` : `متن برای ${isolate(area)}`
    },
    holds: (area) => `معتبر در ${isolate(area)}`,
    asOf: (date) => `تاریخ: ${isolate(date)}`,
    author: (name) => `نویسنده: ${isolate(name)}.`,
    dated: (text, stand) => `${text}، ${stand}`,
    undated: 'بدون تاریخ',
  },
  supplement: (area, layer) =>
    layer === 'gemeinde' ? `افزودهٔ شهرداری شما، ${isolate(area)}` : `افزوده برای ${isolate(area)}`,
}
