import type { AuthorsMessages } from './de.ts'

export const messages: AuthorsMessages = {
  by: {
    who: 'Хто це написав?',
    text: 'Текст сторінки',
    supplementTo: (title) => `Доповнення до «${title}»`,
    textFor: (layer, area) => {
      if (!area) return layer === 'bund' ? 'Текст для всієї Німеччини' : 'Текст для однієї території'
      return layer === 'gemeinde' ? `Текст Вашої громади (${area})` : `Текст для території: ${area}`
    },
    holds: (area) => `діє: ${area}`,
    asOf: (date) => `станом на ${date}`,
    author: (name) => `Автор: ${name}.`,
    dated: (text, stand) => `${text}, ${stand}`,
    undated: 'без дати',
  },
  supplement: (area, layer) =>
    layer === 'gemeinde' ? `Доповнення Вашої громади (${area})` : `Доповнення для території: ${area}`,
}
