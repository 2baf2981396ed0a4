import { expect, test } from 'vitest'
import { withoutDesignation } from './designation.ts'

test.each([
  ['Wismar, Hansestadt', 'Wismar'],
  ['Rostock, Hanse- und Universitätsstadt', 'Rostock'],
  ['Boltenhagen, Ostseebad', 'Boltenhagen'],
  ['Ueckermünde, Seebad , Stadt', 'Ueckermünde'],
  ['Freiberg, Stadt, Universitätsstadt', 'Freiberg'],
  ['Ebstorf,Klosterflecken', 'Ebstorf'],
  ['Weißwasser/O.L., Stadt / Běła Woda', 'Weißwasser/O.L.'],
  ['Frankfurt (Oder), Stadt', 'Frankfurt (Oder)'],
  ['Alt Krenzlin', 'Alt Krenzlin'],
])('%s is called %s', (fullName, name) => {
  expect(withoutDesignation(fullName)).toBe(name)
})
