import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lookOf } from '@amtsweg/backend/pages/embed/look.ts'
import { type ThemeToken, themeTokens } from '@amtsweg/kit/theme-tokens.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const names = themeTokens.map(({ name }) => name as string)
const styles = globSync(['packages/kit/*.styles.ts', 'widgets/*/*.styles.ts'], { cwd: root })

/** A row of the guide's table. */
const row = ({ name, description, kern, initial }: ThemeToken) =>
  [`\`${name}\``, description, kern ? `\`${kern}\`` : '', initial].join(' | ')

describe('the tokens', () => {
  test('that styles read are all explained, and no others', () => {
    const used = styles.flatMap((path) =>
      [...read(path).matchAll(/var\(\s*(--amt-[\w-]+)/g)].map(([, name]) => name!),
    )
    expect([...new Set(used)].sort()).toEqual([...names].sort())
  })

  test('fall back to what KERN calls them', () => {
    const text = read('packages/kit/tokens.styles.ts').replace(/\s+/g, ' ')
    const fallback = ({ name }: ThemeToken) =>
      new RegExp(`var\\( ?${name}, (?:var\\( ?(--kern-[\\w-]+))?`).exec(text)?.[1]
    expect(themeTokens.map((token) => [token.name, fallback(token)])).toEqual(
      themeTokens.map(({ name, kern }) => [name, kern]),
    )
  })

  test('stand in the guide as they are', () => {
    const rows = read('docs/guides/theming.md')
      .split('\n')
      .filter((line) => line.startsWith('| `--amt-'))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim())
          .join(' | '),
      )
    expect(rows).toEqual(themeTokens.map(row))
  })

  test('are set by each theme for every colour', () => {
    const [, kern, contrast] =
      /theme='kern'\]\) \{ (--amt[^}]*)\}.*?theme='contrast'\]\) \{ (--amt[^}]*)\}/.exec(
        read('packages/kit/themes.styles.ts').replace(/\s+/g, ' '),
      )!
    const colours = names.filter((name) => name.includes('color')).sort()
    const set = (theme: string) =>
      [...theme.matchAll(/(--amt-color[\w-]+):/g)].map(([, name]) => name!).sort()
    expect(set(contrast!)).toEqual(colours)
    expect([...set(kern!), '--amt-color-tint'].sort()).toEqual(colours)
  })

  test('leave no colour to chance elsewhere', () => {
    const plain = styles
      .filter((path) => !path.includes('themes'))
      .flatMap(
        (path) =>
          read(path)
            .split('@media print')[0]!
            .match(/#[\da-f]{3,8}\b|rgba?\(|hsla?\(/gi)
            ?.map((colour) => `${path}: ${colour}`) ?? [],
      )
    expect(plain).toEqual(['packages/kit/combobox.styles.ts: #0003'])
  })
})

test.each(['kern', 'contrast'] as const)('%s has the same colours in frames as in widgets', (theme) => {
  const widgets = read('packages/kit/themes.styles.ts').replaceAll(/\s/g, '')
  const colours = [...lookOf({ theme }).matchAll(/light-dark\([^)]*\)/g)].map(([value]) => value)
  expect(colours.length).toBeGreaterThan(2)
  for (const colour of colours) expect(widgets).toContain(colour)
})
