import { isolate } from '../isolate.ts'
import type { PlacesMessages } from './de.ts'

export const messages: PlacesMessages = {
  label: 'محل یا کد پستی شما',
  help: 'مثلاً «19370» یا «Ludwigslust». نام محله یا روستا هم کافی است.',
  useLocation: 'استفاده از موقعیت من',
  locating: 'در حال یافتن موقعیت شما…',
  locationRefused: 'دسترسی به موقعیت شما مجاز نیست. لطفاً محل خود را وارد کنید.',
  locationFailed: 'اکنون نمی‌توان موقعیت شما را یافت. لطفاً محل خود را وارد کنید.',
  locationOutside: 'در موقعیت شما شهرداری‌ای نمی‌شناسیم. لطفاً محل خود را وارد کنید.',
  former: (name) => `پیشتر ${isolate(name)}`,
  areas: (count) => `${count} شهرداری`,
  chosen: (name) => `محل شما: ${isolate(name)}`,
  change: 'تغییر محل',
}
