import { html } from 'lit'
import type { LifeSituationTree } from '@amtsweg/contract'
import { topics, topicsShape } from './topics.ts'
import type { Ask, View } from './view.ts'

export const loadTree = ({ client, area, lang, signal }: Ask): Promise<LifeSituationTree> =>
  client.lifeSituations({ area, lang, signal })

/** The start: below the search field, the topics for those who do not know the word. */
export const searchView: View<LifeSituationTree> = {
  heading: (_, m) => m.heading,
  load: loadTree,
  shape: html`<div class="skeleton"><span class="bar w5"></span></div>
    ${topicsShape}`,
  render: ({ items }, frame) =>
    html`<h3>${frame.m.topics}</h3>
      ${topics(items, frame)}`,
}
