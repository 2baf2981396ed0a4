import { run } from '../run.mjs'
import { finish, root } from '../tools.ts'

// An import makes much short-lived garbage: a small young generation keeps all of Germany under 500 MB.
const memory = ['--max-semi-space-size=8']

finish(await run(process.execPath, [...memory, 'backend/cli.ts', ...process.argv.slice(2)], { cwd: root }))
