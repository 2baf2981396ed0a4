import { run } from '../run.mjs'
import { finish, root } from '../tools.ts'

finish(await run(process.execPath, ['backend/cli.ts', ...process.argv.slice(2)], { cwd: root }))
