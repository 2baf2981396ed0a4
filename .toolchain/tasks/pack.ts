import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { writeNpmPackage } from '../npm-package.ts'
import { run } from '../run.mjs'
import { finish, root } from '../tools.ts'

// npm run pack: the package for npm, in .cache/npm/widgets, and beside it the tarball that `npm publish` takes.
const folder = join(root, '.cache/npm/widgets')
// A tarball of an earlier version would be taken for this one.
rmSync(dirname(folder), { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
process.env['NODE_ENV'] = 'production'
await writeNpmPackage(folder)
const { messages, pkg } = await publint({ pkgDir: folder, pack: false, strict: true })
for (const message of messages) console.error(formatMessage(message, pkg!))
if (messages.length) finish(1)
finish(await run('npm', ['pack', '--silent', '--pack-destination', '..'], { cwd: folder }))
