import type { DeadlinesMessages } from './de.ts'

export const messages: DeadlinesMessages = {
  question: 'Hangi günden itibaren?',
  help: 'Olayın gerçekleştiği veya gerçekleşeceği gün, örneğin taşındığınız gün.',
  submit: 'Hesapla',
  errors: {
    missing: 'Lütfen gün, ay ve yılı girin.',
    unusable: 'Bu günle hesap yapamıyoruz. 2000–2099 arası yıllar kullanılabilir.',
  },
  none: 'Bu süre hesaplanamıyor.',
  ends: (day) => `Son gün: ${day}`,
  starts: {
    after: (day) => `${day} gününden itibaren sayıldı. Bu günün kendisi sayılmaz (§\u00a0187\u00a0BGB).`,
    before: (day) =>
      `${day} gününden geriye doğru sayıldı. Sürenin tamamı iki gün arasındadır; her iki gün de sayılmaz.`,
  },
  rules: {
    days: 'Hafta sonları ve resmî tatiller dahil tüm günler sayılır.',
    'same-weekday': 'Hafta olarak verilen süre haftanın aynı gününde biter (§\u00a0188\u00a0BGB).',
    'same-day': 'Ay veya yıl olarak verilen süre ayın aynı gününde biter (§\u00a0188\u00a0BGB).',
    'last-of-month': 'Bu gün o ayda yoktur, bu yüzden ayın son günü sayılır (§\u00a0188\u00a0BGB).',
    werktage: 'İş günleri (Werktage): resmî tatiller dışında pazartesiden cumartesiye kadar.',
    arbeitstage: 'Çalışma günleri (Arbeitstage): resmî tatiller dışında pazartesiden cumaya kadar.',
    'moved-on': (days) =>
      `${days}: Süre hafta sonunda veya resmî tatilde bitmez, izleyen iş gününe uzar (§\u00a0193\u00a0BGB).`,
    'moved-back': (days) =>
      `${days}: Kurumlar hafta sonunda ve resmî tatilde kapalıdır, bu yüzden önceki iş günü geçerlidir.`,
  },
  skipped: (days) => `Sayılmayanlar: ${days}.`,
  holidays: (land) => `Resmî tatiller: ${land}; yalnızca bazı yerlerde geçerli olanlar hariç.`,
  holidaysEverywhere:
    'Yalnızca tüm Almanya’daki resmî tatiller sayıldı. Yukarıda yaşadığınız yeri seçerseniz eyaletinizin tatillerini de hesaba katarız.',
  noAdvice: 'Bu bir hesaplama yardımıdır, hukuki danışmanlık değildir. Emin değilseniz kuruma sorun.',
}
