import { runScripts } from '../scripts.ts'
import { finish } from '../tools.ts'

finish(await runScripts('bench', process.argv.slice(2)))
