import { isolate } from '../isolate.ts'
import { messages as states } from '../states/fa.ts'
import type { WayfindingMessages } from './de.ts'

export const messages: WayfindingMessages = {
  ...states,
  heading: 'چه کاری می‌خواهید انجام دهید؟',
  field: 'درخواست شما',
  help: 'به آلمانی بنویسید، مثلاً «Hund anmelden» (ثبت سگ)',
  submit: 'جستجو',
  ways: 'راه‌های جستجو',
  way: { search: 'جستجو', 'life-situations': 'وضعیت‌های زندگی', 'a-z': 'از A تا Z' },
  topics: 'یا موضوعی را انتخاب کنید',
  lifeSituations: 'در چه وضعیتی هستید؟',
  aToZ: 'کلیدواژه‌ها از A تا Z',
  letters: 'حرف اول',
  letter: (letter, count) => `${letter}، ${count} کلیدواژه`,
  noKeyword: (letter) => `کلیدواژه‌ای با «${letter}» شروع نمی‌شود.`,
  see: 'نگاه کنید به',
  seeAlso: 'همچنین نگاه کنید به',
  services: (count) => `${count} خدمت`,
  results: (text) => `نتایج جستجوی «${isolate(text)}»`,
  found: (count, more) => (more ? `${count} خدمت اول` : `${count} خدمت پیدا شد`),
  none: (text) => `برای «${isolate(text)}» چیزی پیدا نکردیم.`,
  noneHelp: 'واژهٔ دیگر یا یکی از این راه‌ها را امتحان کنید:',
  noneHere: 'هنوز خدمتی در اینجا معرفی نشده است.',
  more: 'نمایش بیشتر',
  audience: 'برای چه کسی؟',
  audiences: { all: 'همه', citizen: 'اشخاص', business: 'شرکت‌ها' },
  online: 'انجام آنلاین ممکن است',
  onlyGerman: 'به آلمانی',
  back: 'بازگشت',
  start: 'همهٔ خدمات',
}
