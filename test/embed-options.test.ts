import { expect, test } from 'vitest'
import { options } from '@amtsweg/embed/forms.ts'
import { widgetSources } from '@amtsweg/embed/widgets.ts'
import { describedElements } from '../.toolchain/manifest.ts'

/** What HTML, the loader or style sheets look at, whatever the widget. */
const elsewhere = ['lang', 'loading', 'theme', 'scheme']

const attributes = describedElements()
  .filter(({ tagName }) => tagName! in widgetSources)
  .flatMap((element) => element.attributes ?? [])
  .map(({ name }) => name)

test('a div or a link can say all that an element can, but for which server is asked', () => {
  expect(attributes.length).toBeGreaterThan(6)
  expect([...new Set([...options, 'api'])].sort()).toEqual([...new Set([...attributes, ...elsewhere])].sort())
})
