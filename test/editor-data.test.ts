import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { editorData } from '../.toolchain/editor-data.ts'
import { eventSignature } from '../.toolchain/elements-reference.ts'
import { publishedWidgets, widgetsManifest } from '../.toolchain/widgets-manifest.ts'

interface Named {
  readonly name: string
  readonly description?: string
}
interface HtmlData {
  readonly tags: readonly (Named & {
    readonly attributes: readonly (Named & { readonly values: readonly Named[] })[]
  })[]
}
interface WebTypes {
  readonly name: string
  readonly version: string
  readonly contributions: {
    readonly html: {
      readonly elements: readonly (Named & {
        readonly attributes: readonly Named[]
        readonly events: readonly Named[]
        readonly slots: readonly Named[]
      })[]
    }
    readonly css: { readonly properties: readonly Named[]; readonly 'pseudo-elements': readonly Named[] }
  }
}

const files = editorData('1.2.3')
const read = <Content>(name: string) => JSON.parse(files[name]!) as Content
const widgets = publishedWidgets()
const names = (all: readonly Named[] = []) => all.map(({ name }) => name).sort()

test('nothing in the data speaks of our folders, of private members or of what the generators did not know', () => {
  for (const [name, text] of Object.entries(files)) {
    expect(text, name).not.toMatch(/packages\/|widgets\/[a-z]+\/|undefined|"#|"privacy"|\.ts"/)
  }
})

test('the manifest names what each file of the package exports', () => {
  for (const { path, declarations, exports } of widgetsManifest().modules) {
    const declared = declarations.map(({ name }) => name)
    expect(exports.filter(({ kind }) => kind === 'js').map(({ name }) => name)).toEqual(declared)
    expect(exports.every(({ declaration }) => declaration.module === path)).toBe(true)
  }
})

describe.each(widgets)('<$tag>', ({ tag, declaration, events }) => {
  test('every attribute has a sentence and a type that is spelled out', () => {
    for (const { name, description, type } of declaration.attributes ?? []) {
      expect(description, name).toMatch(/\.$/)
      expect(type?.text, name).toMatch(/^(?:string|boolean|number|'[\w-]+'(?: \| '[\w-]+')*)$/)
    }
  })

  test('VS Code completes its attributes and their values', () => {
    const entry = read<HtmlData>('vscode.html-custom-data.json').tags.find(({ name }) => name === tag)!
    expect(names(entry.attributes)).toEqual(names(declaration.attributes))
    for (const { name, type } of declaration.attributes ?? []) {
      const values = [...(type?.text ?? '').matchAll(/'([\w-]+)'/g)].map(([, value]) => value!)
      expect(names(entry.attributes.find((each) => each.name === name)!.values)).toEqual(values.sort())
    }
    expect(entry.description).toContain(events.length ? 'Events' : '')
  })

  test('VS Code completes its custom properties and parts in stylesheets', () => {
    const css = read<{ properties: readonly Named[]; pseudoElements: readonly Named[] }>(
      'vscode.css-custom-data.json',
    )
    expect(names(css.properties)).toEqual(expect.arrayContaining(names(declaration.cssProperties)))
    for (const { name } of declaration.cssParts ?? [])
      expect(names(css.pseudoElements)).toContain(`::part(${name})`)
  })

  test('JetBrains knows all of it', () => {
    const { contributions } = read<WebTypes>('web-types.json')
    const entry = contributions.html.elements.find(({ name }) => name === tag)!
    expect(names(entry.attributes)).toEqual(names(declaration.attributes))
    expect(names(entry.events)).toEqual(names(declaration.events))
    expect(names(entry.slots)).toEqual(names(declaration.slots))
    const { css } = contributions
    expect(names(css.properties)).toEqual(expect.arrayContaining(names(declaration.cssProperties)))
    for (const { name } of declaration.cssParts ?? [])
      expect(names(css['pseudo-elements'])).toContain(`part(${name})`)
  })
})

test('JetBrains is told whose data they are, and of which version', () => {
  expect(read<WebTypes>('web-types.json')).toMatchObject({ name: '@amtsweg/widgets', version: '1.2.3' })
})

test('the guide for developers tells every event with its class and fields', () => {
  const guide = readFileSync(join(import.meta.dirname, '..', 'docs', 'guides', 'developers.md'), 'utf8')
  const rows = guide
    .split('\n')
    .filter((line) => line.startsWith('| `amt-'))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
    .map(([, name, , signature]) => `${name} ${signature}`)
  const told = widgets.flatMap((widget) =>
    (widget.declaration.events ?? []).map(
      ({ name, type }) => `\`${name}\` \`${eventSignature(widget, type!.text)}\``,
    ),
  )
  expect(rows).toEqual(told)
})
