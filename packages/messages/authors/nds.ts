import type { AuthorsMessages } from './de.ts'

export const messages: AuthorsMessages = {
  by: {
    who: 'Wecker hett dat schräben?',
    text: 'De Text von disse Sied',
    supplementTo: (title) => `Noch wat tau „${title}“`,
    textFor: (layer, area) => {
      if (!area) return layer === 'bund' ? 'Text för ganz Dütschland' : 'Text för ein Gegend'
      return layer === 'gemeinde' ? `Text von Ehr Gemeind ${area}` : `Text för ${area}`
    },
    holds: (area) => `gellt in ${area}`,
    asOf: (date) => `Stand von’n ${date}`,
    author: (name) => `Schräben von ${name}.`,
    dated: (text, stand) => `${text}, ${stand}`,
    undated: 'ahn Datum',
  },
  supplement: (area, layer) =>
    layer === 'gemeinde' ? `Dortau von Ehr Gemeind ${area}` : `Dortau för ${area}`,
}
