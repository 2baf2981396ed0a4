import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeRegisters, testFile } from '@amtsweg/backend/import/testing.ts'
import { methods } from './suite.ts'

describeRegisters('the suite', () => {
  test('has each method of the executable test suite, by its name there, and no other', () => {
    const [, ...lines] = readFileSync(testFile('standards/ogc-features-suite.tsv'), 'utf8').trim().split('\n')
    expect(lines).toHaveLength(80)
    expect(methods.map((method) => `${method.class}\t${method.name}`).sort()).toEqual(lines.sort())
  })
})
