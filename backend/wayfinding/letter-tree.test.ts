import fc from 'fast-check'
import { expect, test } from 'vitest'
import { letterTree, none, root } from './letter-tree.ts'

const word = fc.string({ unit: fc.constantFrom(...'abcж'), maxLength: 6 })

test('words, and no others, end where their letters lead', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), word, (words, other) => {
      const tree = letterTree(words)
      const follow = (each: string) =>
        each.split('').reduce((node, letter) => tree.child(node, letter.charCodeAt(0)), root)
      for (const each of [...words, other]) expect(tree.ends(follow(each))).toBe(words.includes(each))
      expect(follow(other) !== none).toBe(other === '' || words.some((each) => each.startsWith(other)))
    }),
  )
})

test('a tree without words leads nowhere', () => {
  const tree = letterTree([])
  expect(tree.child(root, 97)).toBe(none)
  expect(tree.child(none, 97)).toBe(none)
  expect([root, none].map(tree.ends)).toEqual([false, false])
})
