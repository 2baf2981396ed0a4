import { sparing } from '../../backend/sparing.ts'
import { run } from '../run.mjs'
import { finish, root } from '../tools.ts'

finish(await run(process.execPath, [...sparing, 'backend/cli.ts', ...process.argv.slice(2)], { cwd: root }))
