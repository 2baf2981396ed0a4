import { check, checks } from '../checks.ts'
import { honest, sentence } from '../counts.ts'
import { finish } from '../tools.ts'

const names = process.argv.slice(2)
const unknown = names.find((name) => !checks.some((it) => it.name === name))
if (unknown)
  console.error(`There is no check "${unknown}"; there are: ${checks.map(({ name }) => name).join(', ')}.`)

const counts = honest(await check(names), unknown ? 1 : 0)
console.log(sentence(counts))
finish(counts.failed ? 1 : 0)
