import { isolate } from '../isolate.ts'
import type { StateMessages } from './de.ts'

const problems: StateMessages['problems'] = {
  'invalid-query': 'متوجه این عبارت نشدیم. لطفاً املای آن را بررسی کنید.',
  'not-found': 'چنین موردی وجود ندارد یا حذف شده است.',
  'area-unknown': 'این محل را نمی‌شناسیم. لطفاً املای آن را بررسی کنید.',
  'place-unknown': 'این محل را نمی‌شناسیم. لطفاً املای آن را بررسی کنید.',
  'service-unknown': 'چنین خدمتی وجود ندارد یا حذف شده است.',
  OfflineError: 'اینترنت قطع است. پس از اتصال، لطفاً دوباره تلاش کنید.',
  NetworkError: 'سرور پاسخ نمی‌دهد. لطفاً دوباره تلاش کنید.',
  TimeoutError: 'سرور پاسخ نمی‌دهد. لطفاً دوباره تلاش کنید.',
  timeout: 'سرور پاسخ نمی‌دهد. لطفاً دوباره تلاش کنید.',
  unavailable: 'سرور اکنون شلوغ است. لطفاً کمی بعد دوباره تلاش کنید.',
  'internal-error': 'خطایی از سوی ما رخ داد.',
}

export const messages: StateMessages = {
  loading: 'در حال بارگذاری…',
  retry: 'تلاش دوباره',
  retryAfter: (seconds) => `لطفاً ${seconds} ثانیه صبر کنید.`,
  stale: (time) => `تاریخ اطلاعات: ${isolate(time)}. اکنون اطلاعات تازه‌تر بارگذاری نشد.`,
  problems,
  search: {
    results: (count) => `${count} پیشنهاد`,
    none: (text) => `برای «${isolate(text)}» پیشنهادی نیست. لطفاً املای آن را بررسی کنید.`,
    failed: 'پیشنهادها اکنون در دسترس نیستند. لطفاً دوباره تایپ کنید.',
    chooseOne: 'لطفاً یکی از پیشنهادها را انتخاب کنید.',
  },
}
