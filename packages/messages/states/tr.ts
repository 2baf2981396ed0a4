import type { StateMessages } from './de.ts'

const problems: StateMessages['problems'] = {
  'invalid-query': 'Yazdığınızı anlayamadık. Lütfen yazımını kontrol edin.',
  'not-found': 'Böyle bir kayıt yok veya kaldırılmış.',
  'area-unknown': 'Bu yeri bulamadık. Lütfen yazımını kontrol edin.',
  'place-unknown': 'Bu yeri bulamadık. Lütfen yazımını kontrol edin.',
  'service-unknown': 'Böyle bir hizmet yok veya kaldırılmış.',
  OfflineError: 'İnternet bağlantınız yok. Bağlantı kurulunca yeniden deneyebilirsiniz.',
  NetworkError: 'Sunucu yanıt vermiyor. Lütfen yeniden deneyin.',
  TimeoutError: 'Sunucu yanıt vermiyor. Lütfen yeniden deneyin.',
  timeout: 'Sunucu yanıt vermiyor. Lütfen yeniden deneyin.',
  unavailable: 'Sunucu şu anda yoğun. Lütfen biraz sonra yeniden deneyin.',
  'internal-error': 'Bizden kaynaklanan bir hata oluştu.',
}

export const messages: StateMessages = {
  loading: 'Yükleniyor…',
  retry: 'Yeniden dene',
  retryAfter: (seconds) => `Lütfen ${seconds} saniye bekleyin.`,
  stale: (time) => `Bilgiler ${time} itibarıyladır. Daha yenileri şu anda yüklenemedi.`,
  problems,
  search: {
    results: (count) => `${count} öneri`,
    none: (text) => `“${text}” için öneri yok. Lütfen yazımını kontrol edin.`,
    failed: 'Öneriler şu anda gösterilemiyor. Lütfen yeniden yazın.',
    chooseOne: 'Lütfen önerilerden birini seçin.',
  },
}
