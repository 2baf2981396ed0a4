import { pnpm } from '../pnpm.ts'
import { finish } from '../tools.ts'

// Asks the registry for known holes in what the server and the widgets are made of. Without a registry that answers there is
// nothing to tell, and that is said: a build without network must not fail by it. --strict makes it a failure.
const strict = process.argv.includes('--strict')

interface Report {
  readonly error?: { readonly code: string; readonly message: string }
  readonly metadata?: { readonly vulnerabilities: Readonly<Record<string, number>> }
  readonly advisories?: Readonly<
    Record<string, { module_name: string; severity: string; title: string; url: string }>
  >
}

const { output } = await pnpm(['audit', '--prod', '--json'])
const report = read(output)
if (!report?.metadata) {
  console.error(
    `The registry could not be asked for known holes: ${report?.error?.message ?? output.trim().slice(0, 300)}`,
  )
  finish(strict ? 1 : 0)
}
const { critical = 0, high = 0, moderate = 0, low = 0 } = report.metadata.vulnerabilities
for (const { module_name: name, severity, title, url } of Object.values(report.advisories ?? {}))
  console.log(`${severity}: ${name}: ${title} ${url}`)
console.log(`Known holes: ${critical} critical, ${high} high, ${moderate} moderate, ${low} low`)
finish(critical + high > 0 ? 1 : 0)

function read(text: string): Report | undefined {
  try {
    return JSON.parse(text.slice(text.indexOf('{'))) as Report
  } catch {
    return undefined
  }
}
