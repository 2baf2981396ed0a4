import type { AuthorsMessages } from './de.ts'

export const messages: AuthorsMessages = {
  by: {
    who: 'Who wrote this?',
    text: 'Text of the page',
    supplementTo: (title) => `Added to “${title}”`,
    textFor: (layer, area) => {
      if (!area) return layer === 'bund' ? 'Text for all of Germany' : 'Text for one area'
      return layer === 'gemeinde' ? `Text of your municipality ${area}` : `Text for ${area}`
    },
    holds: (area) => `applies in ${area}`,
    asOf: (date) => `as of ${date}`,
    author: (name) => `Written by ${name}.`,
    dated: (text, stand) => `${text}, ${stand}`,
    undated: 'without a date',
  },
  supplement: (area, layer) =>
    layer === 'gemeinde' ? `Added by your municipality ${area}` : `Added for ${area}`,
}
