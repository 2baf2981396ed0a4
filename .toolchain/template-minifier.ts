import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
}

/** Every tagged template in a syntax tree, outermost first. */
function* templates(node: unknown): Generator<{ tag: string; quasis: readonly Node[] }> {
  if (Array.isArray(node)) {
    for (const one of node) yield* templates(one)
    return
  }
  if (!node || typeof node !== 'object') return
  if ((node as Node).type === 'TaggedTemplateExpression') {
    const { tag, quasi } = node as unknown as { tag: { name?: string }; quasi: { quasis: Node[] } }
    yield { tag: tag.name ?? '', quasis: quasi.quasis }
  }
  for (const value of Object.values(node)) yield* templates(value)
}

const withoutComments = (css: string) => css.replace(/\/\*[^]*?\*\//g, '')

const shorten: Readonly<Record<string, (text: string) => string>> = {
  // Spaces around `+`, `-` and in `calc()` mean something; around these they do not.
  css: (text) =>
    withoutComments(text)
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,>~]) ?/g, '$1')
      .replace(/(?<=[{;(][\w-]+): /g, ':')
      .replace(/\( | (?=\)|!important)/g, (space) => space.trim())
      .replace(/(?<=[ :(,-])0(?=\.\d)/g, '')
      .replaceAll(';}', '}'),
  // A run of white space is one space to a reader; between two tags on lines of their own it is none.
  html: (text) => text.replace(/\s+/g, ' '),
  svg: (text) => text.replace(/\s+/g, ' '),
}

/** Tokens of our own, which no page may use: a letter says as much to a browser. */
const source = readFileSync(join(import.meta.dirname, '../packages/kit/tokens.styles.ts'), 'utf8')
const ours = [...new Set(source.match(/--_[\w-]+/g))]
const shortName = (name: string) => {
  const index = ours.indexOf(name)
  return index < 0 ? name : `--_${index.toString(36)}`
}

/** Takes the indentation out of Lit's templates and styles, which no minifier of JavaScript may touch. */
export const templateMinifier = (): Plugin => ({
  name: 'amtsweg:templates',
  enforce: 'post',
  apply: 'build',
  transform: {
    filter: { id: /\.ts$/, code: /\b(?:css|html|svg)`|--_/ },
    handler(code) {
      const edits = [...templates(this.parse(code))].flatMap(({ tag, quasis }) => {
        const shortened = shorten[tag]
        if (!shortened) return []
        if (tag === 'css' && quasis.length > 1) this.error('Styles hold no values: see lean-css.ts')
        return quasis.map(({ start, end }, index) => {
          let text = shortened(code.slice(start, end))
          if (index === 0) text = text.trimStart()
          if (index === quasis.length - 1) text = text.trimEnd()
          return { start, end, text }
        })
      })
      const inOrder = edits.sort((one, other) => other.start - one.start)
      return {
        code: inOrder
          .reduce((text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end), code)
          .replace(/--_[\w-]+/g, shortName),
        map: null,
      }
    },
  },
})
