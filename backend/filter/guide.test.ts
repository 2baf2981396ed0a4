import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compile, fieldsOf, type FieldType, filterFunctions, parseText } from './index.ts'

const guide = readFileSync(join(import.meta.dirname, '../../docs/guides/open-data.md'), 'utf8')
const [, section = ''] = guide.split('## Filtering geodata')
const [, examples = ''] = section.split(/```text\n|```/)

const types: Readonly<Record<string, FieldType>> = {
  closed: 'boolean',
  date: 'date',
  geometry: 'geometry',
  places: 'number',
}

test.each(examples.trim().split('\n'))('the guide tells a filter that works: %s', async (filter) => {
  const parsed = parseText(filter)
  if ('fault' in parsed) return expect.fail(parsed.fault.message)
  const fields = new Map(fieldsOf(parsed.tree).map((name) => [name, types[name] ?? ('text' as const)]))
  expect(await compile(parsed.tree, fields)).toHaveProperty('matches')
})

test('the guide names every function', () => {
  expect([...filterFunctions.keys()].filter((name) => !section.includes(`\`${name}`))).toEqual([])
})
