import { expect, test } from 'vitest'
import { describeRegisters } from '../import/testing.ts'
import { compile, type Expression, type Parsed, parseJson, parseText, toJson, toText } from './index.ts'
import { type Expectation, type Layer, readExpectations, readLayer } from './testing.ts'

/** Counts that the standard has wrong (opengeospatial/ogcapi-features, issue 1011): the file holds Chișinău, Chicago and Chengdu. */
const corrected: Readonly<Record<string, number>> = {
  "ACCENTI(name) LIKE accenti('Ch%')": 3,
  "ACCENTI(CASEI(name)) LIKE accenti(casei('Chiș%'))": 1,
}

const treeOf = (parsed: Parsed): Expression =>
  'tree' in parsed ? parsed.tree : expect.fail(parsed.fault.message)

async function count(tree: Expression, { fields, features }: Layer): Promise<number> {
  const compiled = await compile(tree, fields)
  if ('fault' in compiled) return expect.fail(compiled.fault.message)
  return features.filter(compiled.matches).length
}

describeRegisters('the predicates of the abstract test suite of CQL2', () => {
  const layers = new Map<string, Promise<Layer>>()
  const layerOf = (name: string): Promise<Layer> => {
    const layer = layers.get(name) ?? readLayer(name)
    layers.set(name, layer)
    return layer
  }
  const all = readExpectations()

  test('are all here', () => {
    expect(all).toHaveLength(194)
    expect(all.filter(({ predicate }) => predicate in corrected)).toHaveLength(2)
  })

  const classes = Map.groupBy(all, ({ className }: Expectation) => className)
  test.each([...classes])('%s gives the counts, as text and as JSON', async (_, expectations) => {
    for (const { layer, predicate, count: expected } of expectations) {
      const tree = treeOf(parseText(predicate))
      const again = treeOf(parseJson(JSON.stringify(toJson(tree))))
      expect(again, predicate).toEqual(tree)
      expect(treeOf(parseText(toText(again))), predicate).toEqual(tree)
      const counts = [await count(tree, await layerOf(layer)), await count(again, await layerOf(layer))]
      const right = corrected[predicate] ?? expected
      expect(counts, predicate).toEqual([right, right])
    }
  })
})
