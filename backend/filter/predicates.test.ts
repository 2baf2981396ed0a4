import { expect, test } from 'vitest'
import { describeRegisters } from '../import/testing.ts'
import { compile, type Expression, type Parsed, parseJson, parseText, toJson, toText } from './index.ts'
import { corrected, countOf, type Expectation, type Layer, readExpectations, readLayer } from './testing.ts'

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
    for (const expectation of expectations) {
      const { layer, predicate } = expectation
      const tree = treeOf(parseText(predicate))
      const again = treeOf(parseJson(JSON.stringify(toJson(tree))))
      expect(again, predicate).toEqual(tree)
      expect(treeOf(parseText(toText(again))), predicate).toEqual(tree)
      const counts = [await count(tree, await layerOf(layer)), await count(again, await layerOf(layer))]
      const right = countOf(expectation)
      expect(counts, predicate).toEqual([right, right])
    }
  })
})
