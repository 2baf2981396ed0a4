import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describeRegisters, testFile } from '@amtsweg/backend/import/testing.ts'
import { useStage } from './browser.ts'
import { choose, field, office, placeField, serviceField, suggestion } from './reader.ts'
import { demoData, runProgram, temporaryFolder } from './server.ts'

/** The register of all Gemeinden and the bodies of the Land, imported over the demo as an operator would. */
async function importRegisters(): Promise<string> {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'municipalities'))
  for (const name of ['GV100AD_301123.txt.gz', 'mv-verwaltungen-2023-mit-anschrift-2011.csv'])
    symlinkSync(testFile(`municipalities/${name}`), join(folder, 'municipalities', name))
  const databaseUrl = `sqlite:${join(folder, 'amtsweg.sqlite')}`
  for (const from of [demoData, folder]) {
    const program = runProgram('cli', ['import', '--all', from], { DATABASE_URL: databaseUrl })
    if ((await program.ended) !== 0) throw new Error(program.output())
  }
  return databaseUrl
}

describeRegisters('Neuenkirchen, of which Germany has many and this Land four', () => {
  const stage = useStage(importRegisters)

  test.each([
    ['Amt Neverin', /Amt Neverin/],
    ['Amt West-Rügen', /Amt West-Rügen/],
    ['Amt Anklam-Land', /Amt Anklam-Land/],
    ['Amt Landhagen', /Amt Landhagen/],
  ])('the one in %s is told apart and leads there', async (name, line) => {
    const page = await stage.open('/demo/musterstadt/zustaendigkeit.html')
    await choose(page, serviceField, 'Personalausweis', /^Personalausweis beantragen/)
    await field(page, placeField).pressSequentially('Neuenkirchen')
    await suggestion(page, line).click()
    const card = await office(page, name)
    expect(await card.innerText()).toContain('Adresse')
  })
})
