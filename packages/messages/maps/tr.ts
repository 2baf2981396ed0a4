import type { MapsMessages } from './de.ts'

export const messages: MapsMessages = {
  label: 'Etkileşimli harita. Tüm kayıtlar listede de var.',
  move: 'Haritayı hareket ettir',
  zoomIn: 'Yakınlaştır',
  zoomOut: 'Uzaklaştır',
  left: 'Sola',
  right: 'Sağa',
  up: 'Yukarı',
  down: 'Aşağı',
  whole: 'Tüm harita',
  help: 'Nasıl kullanılır',
  close: 'Kapat',
  how: 'Ctrl ve fare tekerleği ya da iki parmak haritayı hareket ettirir. ? tuşu tüm tuşları açıklar.',
  keys: {
    arrows: ['Ok tuşları', 'Haritayı hareket ettirme'],
    zoom: ['+ ve −', 'Yakınlaştırma ve uzaklaştırma'],
    walk: ['Alt ve ok tuşları', 'Kayıttan kayda geçme'],
    enter: ['Enter', 'Kaydı açma'],
    help: ['?', 'Bu yardım'],
  },
  layers: 'Katmanlar ve lejant',
  opacity: (name) => `“${name}” katmanının opaklığı`,
  seen: (width) => `Görünen bölümün genişliği: ${width}.`,
  at: (name, number, all) => `${name}, ${number} / ${all}`,
  nothing: 'Bu bölümde kayıt yok.',
  borders: 'Sınırlar',
}
