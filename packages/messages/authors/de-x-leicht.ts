import type { AuthorsMessages } from './de.ts'

export const messages: AuthorsMessages = {
  by: {
    who: 'Wer hat das geschrieben?',
    text: 'Text von dieser Seite',
    supplementTo: (title) => `Mehr Infos zu „${title}“`,
    textFor: (layer, area) => {
      if (!area) return layer === 'bund' ? 'Text für ganz Deutschland' : 'Text für ein Gebiet'
      return layer === 'gemeinde' ? `Text von Ihrer Gemeinde ${area}` : `Text für ${area}`
    },
    holds: (area) => `gilt in ${area}`,
    asOf: (date) => `vom ${date}`,
    author: (name) => `${name} hat das geschrieben.`,
    dated: (text, stand) => `${text}, ${stand}`,
    undated: 'ohne Datum',
  },
  supplement: (area, layer) =>
    layer === 'gemeinde' ? `Mehr Infos von Ihrer Gemeinde ${area}` : `Mehr Infos für ${area}`,
}
