import { isolate } from '../isolate.ts'
import { plural } from '../plural.ts'
import { messages as states } from '../states/ar.ts'
import type { WayfindingMessages } from './de.ts'

const form = plural('ar')
const services = (count: number) =>
  form(count, { one: 'خدمة واحدة', two: 'خدمتان', few: `${count} خدمات`, other: `${count} خدمة` })

export const messages: WayfindingMessages = {
  ...states,
  heading: 'ما الذي تريدون إنجازه؟',
  field: 'طلبكم',
  help: 'اكتبوا بالألمانية، مثلًا «Hund anmelden» (تسجيل كلب)',
  submit: 'بحث',
  ways: 'طرق البحث',
  way: { search: 'البحث', 'life-situations': 'المواقف الحياتية', 'a-z': 'من A إلى Z' },
  topics: 'أو اختاروا موضوعًا',
  lifeSituations: 'ما وضعكم الحالي؟',
  aToZ: 'كلمات مفتاحية من A إلى Z',
  letters: 'الحرف الأول',
  letter: (letter, count) =>
    `${letter}، ${form(count, { one: 'كلمة واحدة', two: 'كلمتان', few: `${count} كلمات`, other: `${count} كلمة` })}`,
  noKeyword: (letter) => `لا توجد كلمة تبدأ بـ«${letter}».`,
  see: 'انظر',
  seeAlso: 'انظر أيضًا',
  services,
  results: (text) => `نتائج البحث عن «${isolate(text)}»`,
  found: (count, more) => `${more ? 'النتائج الأولى' : 'النتائج'}: ${services(count)}`,
  none: (text) => `لم نجد شيئًا عن «${isolate(text)}».`,
  noneHelp: 'جرّبوا كلمة أخرى أو إحدى الطريقتين التاليتين:',
  noneHere: 'لا توجد هنا خدمات بعد.',
  more: 'عرض المزيد',
  audience: 'لمن؟',
  audiences: { all: 'الكل', citizen: 'أفراد', business: 'شركات' },
  online: 'متاح عبر الإنترنت',
  onlyGerman: 'بالألمانية',
  back: 'رجوع',
  start: 'كل الخدمات',
}
