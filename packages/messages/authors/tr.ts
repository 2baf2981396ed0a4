import type { AuthorsMessages } from './de.ts'

export const messages: AuthorsMessages = {
  by: {
    who: 'Bunu kim yazdı?',
    text: 'Sayfanın metni',
    supplementTo: (title) => `“${title}” bölümüne ek`,
    textFor: (layer, area) => {
      if (!area) return layer === 'bund' ? 'Tüm Almanya için metin' : 'Bir bölge için metin'
      return layer === 'gemeinde' ? `Belediyenizin metni (${area})` : `${area} için metin`
    },
    holds: (area) => `geçerli olduğu yer: ${area}`,
    asOf: (date) => `${date} itibarıyla`,
    author: (name) => `Yazan: ${name}.`,
    dated: (text, stand) => `${text}, ${stand}`,
    undated: 'tarihsiz',
  },
  supplement: (area, layer) => (layer === 'gemeinde' ? `Belediyenizin eki (${area})` : `${area} için ek`),
}
