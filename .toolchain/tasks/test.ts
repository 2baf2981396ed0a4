import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Counts, sentence, sum } from '../counts.ts'
import { stopCode } from '../run.mjs'
import { countsFolder, runners } from '../runners.ts'
import { finish } from '../tools.ts'

const names = process.argv.slice(2)
const unknown = names.find((name) => !runners.some((runner) => runner.name === name))
if (unknown) {
  console.error(`There is no runner "${unknown}"; there are: ${runners.map(({ name }) => name).join(', ')}.`)
  finish(1)
}

const results: { name: string; counts: Counts; seconds: string }[] = []
for (const { name, run } of runners.filter((runner) => !names.length || names.includes(runner.name))) {
  console.log(`\n── ${name} ──`)
  const began = Date.now()
  const counts = await run()
  if (stopCode()) finish(1)
  results.push({ name, counts, seconds: ((Date.now() - began) / 1000).toFixed(1) })
}

console.log('\n── all ──')
for (const { name, counts, seconds } of results) console.log(`${name}: ${sentence(counts)}, ${seconds} s`)
const total = sum(results.map(({ counts }) => counts))
writeFileSync(join(countsFolder, 'all.txt'), `${sentence(total)}\n`)
console.log(sentence(total))
finish(total.failed ? 1 : 0)
