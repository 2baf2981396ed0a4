import { join } from 'node:path'
import { ESLint } from 'eslint'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const eslint = new ESLint({ cwd: root })

/** Wherever code is written that runs in a town's page, or shows what does; the desk is checked before it is there. */
const places = [
  'packages/kit/states.ts',
  'packages/embed/forms.ts',
  'widgets/wayfinding/wayfinder.ts',
  'stories/kit.stories.ts',
]

/** Each on a line of its own, so that the line of a message tells which was seen. */
const faults: readonly (readonly [rule: string, code: string])[] = [
  ['no-restricted-syntax', 'html`<p style="color: red"></p>`'],
  ['no-restricted-syntax', 'html`<p style=${b}></p>`'],
  ['no-restricted-syntax', 'svg`<g STYLE ="fill: red"></g>`'],
  ['no-restricted-syntax', 'html`<style>p {}</style>`'],
  ['no-restricted-syntax', `document.body.setAttribute('style', b)`],
  ['no-restricted-syntax', `document.createElement('script')`],
  ['no-restricted-syntax', `document.createElement('style')`],
  ['no-restricted-syntax', 'document.body.innerHTML = b'],
  ['no-restricted-syntax', `document.body.insertAdjacentHTML('beforeend', b)`],
  ['no-eval', 'eval(b)'],
  ['no-new-func', 'new Function(b)'],
  ['no-restricted-imports', `import 'lit/directives/style-map.js'`],
  ['no-restricted-imports', `import 'lit/directives/unsafe-html.js'`],
  ['no-restricted-imports', `import 'lit/directives/unsafe-svg.js'`],
  ['no-restricted-imports', `export * from 'lit-html/directives/unsafe-html.js'`],
]
/** Lines that look alike and harm nothing. */
const harmless = [
  'html`<p class="style">${b}</p>`',
  `document.body.style.setProperty('--a', b)`,
  `document.createElement('p')`,
]

const head = `import { html, svg } from 'lit'; export const b = ''`
const source = [head, ...faults.map(([, code]) => code), ...harmless].join('\n')

test.each(places)('what a strict policy blocks is refused in %s', { timeout: 60_000 }, async (filePath) => {
  const [result] = await eslint.lintText(source, { filePath: join(root, filePath) })
  const rules = new Set(faults.map(([rule]) => rule))
  const seen = result!.messages
    .filter(({ ruleId }) => ruleId && rules.has(ruleId))
    .map(({ ruleId, line }) => `${ruleId}: ${source.split('\n')[line - 1]}`)
  expect(seen.sort()).toEqual(faults.map(([rule, code]) => `${rule}: ${code}`).sort())
})

test('the same holds for the desk, and for every new widget', async () => {
  const rules = ['no-restricted-syntax', 'no-restricted-imports', 'no-eval']
  const rulesOf = async (path: string) =>
    ((await eslint.calculateConfigForFile(join(root, path))) as { rules: Record<string, unknown> }).rules
  const known = await rulesOf('widgets/wayfinding/wayfinder.ts')
  for (const path of ['packages/desk/shell.ts', 'widgets/payment/payment-button.ts'])
    for (const rule of rules) expect((await rulesOf(path))[rule]).toEqual(known[rule])
})
