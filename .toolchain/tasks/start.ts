import { run, stopCode } from '../run.mjs'
import { finish, root } from '../tools.ts'
import { buildWidgets } from '../widgets.ts'

const failed = await buildWidgets()
if (failed || stopCode()) finish(failed)
finish(await run(process.execPath, ['backend/main.ts', ...process.argv.slice(2)], { cwd: root }))
