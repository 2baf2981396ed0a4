import type { PlacesMessages } from './de.ts'

export const messages: PlacesMessages = {
  label: 'Yaşadığınız yer veya posta kodunuz',
  help: 'Örneğin “19370” veya “Ludwigslust”. Mahalle ve köy adı da yazabilirsiniz.',
  useLocation: 'Konumumu kullan',
  locating: 'Konumunuz belirleniyor…',
  locationRefused: 'Konumunuza erişim izni yok. Lütfen yaşadığınız yeri yazın.',
  locationFailed: 'Konumunuz şu anda belirlenemiyor. Lütfen yaşadığınız yeri yazın.',
  locationOutside: 'Konumunuzda bildiğimiz bir belediye yok. Lütfen yaşadığınız yeri yazın.',
  former: (name) => `eski adı ${name}`,
  areas: (count) => `${count} belediye`,
  chosen: (name) => `Yaşadığınız yer: ${name}`,
  change: 'Yeri değiştir',
}
