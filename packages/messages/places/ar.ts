import { isolate } from '../isolate.ts'
import { plural } from '../plural.ts'
import type { PlacesMessages } from './de.ts'

const form = plural('ar')

export const messages: PlacesMessages = {
  label: 'بلدتكم أو رمزكم البريدي',
  help: 'مثلًا «19370» أو «Ludwigslust». يمكن أيضًا كتابة اسم قرية أو حي.',
  useLocation: 'استخدام موقعي',
  locating: 'جارٍ تحديد موقعكم…',
  locationRefused: 'الوصول إلى موقعكم غير مسموح. يرجى إدخال بلدتكم.',
  locationFailed: 'تعذّر الآن تحديد موقعكم. يرجى إدخال بلدتكم.',
  locationOutside: 'لا نعرف أي بلدية في موقعكم. يرجى إدخال بلدتكم.',
  former: (name) => `سابقًا ${isolate(name)}`,
  areas: (count) =>
    form(count, {
      one: 'بلدية واحدة',
      two: 'بلديتان',
      few: `${count} بلديات`,
      other: `${count} بلدية`,
    }),
  chosen: (name) => `بلدتكم: ${isolate(name)}`,
  change: 'تغيير البلدة',
}
