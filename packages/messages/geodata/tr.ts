import { messages as states } from '../states/tr.ts'
import type { GeodataMessages } from './de.ts'

export const messages: GeodataMessages = {
  ...states,
  heading: 'Harita ve liste',
  map: 'Harita',
  find: 'Kayıtlarda ara',
  filters: 'Filtrele',
  any: 'tümü',
  reset: 'Tümünü göster',
  yes: 'Evet',
  no: 'Hayır',
  near: 'Önce en yakın',
  byName: 'Ada göre sırala',
  noPosition: 'Konumunuz bilinmiyor. Lütfen tarayıcıda izin verin.',
  away: (distance) => `${distance} uzakta`,
  found: (count, all) => (count === all ? `Kayıtlar: ${all}` : `Kayıtlar: ${count} / ${all}`),
  partial: (count, all) => `Yüklenen kayıtlar: ${count} / ${all}.`,
  none: 'Uyan kayıt yok.',
  empty: 'Burada henüz kayıt yok.',
  missing: (name) => `“${name}” şu anda kullanılamıyor.`,
  pages: 'Listenin sayfaları',
  page: (number, all) => `Sayfa ${number} / ${all}`,
  previous: 'Geri',
  next: 'İleri',
  unnamed: 'Adsız',
  source: 'Kaynak',
}
