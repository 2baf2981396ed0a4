import type { AuthorsMessages } from './de.ts'

export const messages: AuthorsMessages = {
  by: {
    who: 'Kto to napisał?',
    text: 'Tekst strony',
    supplementTo: (title) => `Uzupełnienie do „${title}”`,
    textFor: (layer, area) => {
      if (!area) return layer === 'bund' ? 'Tekst dla całych Niemiec' : 'Tekst dla jednego obszaru'
      return layer === 'gemeinde' ? `Tekst Państwa gminy (${area})` : `Tekst dla obszaru: ${area}`
    },
    holds: (area) => `obowiązuje: ${area}`,
    asOf: (date) => `stan na ${date}`,
    author: (name) => `Autor: ${name}.`,
    dated: (text, stand) => `${text}, ${stand}`,
    undated: 'bez daty',
  },
  supplement: (area, layer) =>
    layer === 'gemeinde' ? `Uzupełnienie Państwa gminy (${area})` : `Uzupełnienie dla obszaru: ${area}`,
}
