import { runScripts } from '../scripts.ts'
import { finish } from '../tools.ts'

finish(await runScripts('proof', process.argv.slice(2)))
