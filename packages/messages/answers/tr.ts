import type { AnswersMessages } from './de.ts'

export const messages: AnswersMessages = {
  question: {
    gemeinde: 'Hangi belediyede (Gemeinde)?',
    ort: 'Hangi yerleşim yerinde?',
    street: 'Hangi sokakta?',
  },
  questionReason: 'Yetkili kurum yere göre değişir. Yanıtınızla doğru kurumu buluruz.',
  including: (names, more) => `${names}${more ? ' ve diğerleri' : ''} dahil`,
  village: (name) => `mahalle veya köy: ${name}`,
  choiceHelp: 'Mahalle veya köy adıyla da arayabilirsiniz.',
  answerQuestion: 'Devam',
  answerMissing: 'Lütfen bir yanıt seçin.',
  back: 'Soruya dön',
  resolved: (service, area) => `“${service}” için yetkili kurum${area ? ` (${area})` : ''}`,
  found: (names) => `Bulunan: ${names}`,
  others: 'Sürece katılan diğer kurumlar',
  role: {
    responsible: 'Karar verir',
    contact: 'Bilgi verir ve yardımcı olur',
    intake: 'Belgelerinizi teslim alır',
    involved: 'Sürece katılır',
  },
  tier: {
    municipal: 'Yerel yönetim (Amt, Stadt, Gemeinde)',
    county: 'İlçe (Landkreis)',
    state: 'Eyalet (Land)',
    federal: 'Federal yönetim (Bund)',
    other: 'Diğer kurum',
  },
  movedFrom: (former, now) => `${former} artık şuraya bağlıdır: ${now}.`,
  unrecorded: 'Yetkili kurum kayıtlı değil',
  unrecordedMeaning: (service, area) =>
    `“${service}” için yetkili kurum verilerimizde yer almıyor (${area}). Tahminde bulunmuyoruz.`,
  here: 'bu bölge',
  fallback: 'Buraya sormanızı öneririz',
  fallbackArea: (area) => `Bir üst yönetim: ${area}.`,
}
