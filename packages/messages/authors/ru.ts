import type { AuthorsMessages } from './de.ts'

export const messages: AuthorsMessages = {
  by: {
    who: 'Кто это написал?',
    text: 'Текст страницы',
    supplementTo: (title) => `Дополнение к разделу «${title}»`,
    textFor: (layer, area) => {
      if (!area) return layer === 'bund' ? 'Текст для всей Германии' : 'Текст для одного региона'
      return layer === 'gemeinde' ? `Текст вашего муниципалитета (${area})` : `Текст для региона ${area}`
    },
    holds: (area) => `действует: ${area}`,
    asOf: (date) => `по состоянию на ${date}`,
    author: (name) => `Автор: ${name}.`,
    dated: (text, stand) => `${text}, ${stand}`,
    undated: 'без даты',
  },
  supplement: (area, layer) =>
    layer === 'gemeinde' ? `Дополнение вашего муниципалитета (${area})` : `Дополнение для региона ${area}`,
}
