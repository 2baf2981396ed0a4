import type { Configuration } from './configuration.ts'
import { databaseFile } from './database/database-address.ts'
import { migrationsAt } from './database/dialect.ts'
import { compareClock, seeCertificate } from './integration/own-server.ts'
import { type Finding, gravest, type Level } from './operation/checks/finding.ts'
import { examine } from './operation/doctor.ts'
import { readArguments, UsageError } from './usage-error.ts'

export const doctorHelp = `  amtsweg doctor [--json] [--clock <url>] [--source-days <number>]
      looks at disk, database, backups, certificate, data and links; ends with 0 = fine, 1 = warnings, 2 = problems`

interface DoctorWorkplace {
  readonly configuration: Configuration
  readonly now: () => Date
  readonly say: (line: string) => void
}

/** Exit codes as monitoring plugins have them. */
const exitCodes: Readonly<Record<Level, number>> = { ok: 0, warning: 1, problem: 2 }
const marks: Readonly<Record<Level, string>> = { ok: 'ok     ', warning: 'WARNING', problem: 'PROBLEM' }

/** Looks at everything and says what to do; answers the exit code. */
export async function doctorCommand(args: readonly string[], place: DoctorWorkplace): Promise<number> {
  const { configuration, now, say } = place
  const { values } = readArguments(
    args,
    {
      json: { type: 'boolean', default: false },
      clock: { type: 'string' },
      'source-days': { type: 'string', default: '100' },
    },
    { command: 'doctor', words: 0 },
  )
  if (!/^[1-9]\d{0,3}$/.test(values['source-days']))
    throw new UsageError('--source-days is a whole number from 1 to 9999.')
  if (values.clock !== undefined && !/^https?:\/\/[^\s/]+/.test(values.clock))
    throw new UsageError('--clock is a web address such as https://www.musterstadt.de.')
  const findings = await examine({
    ...{ databaseUrl: configuration.databaseUrl, file: databaseFile(configuration.databaseUrl) },
    ...{ backupFolder: configuration.backupFolder, releaseFolder: configuration.releaseFolder },
    ...{ publicUrl: configuration.publicUrl, localAccounts: configuration.signIn.isLocal },
    ...{ poolSize: configuration.poolSize, processes: configuration.traffic.processes },
    ...{ linksOn: configuration.links.on, known: Object.keys(migrationsAt(configuration.databaseUrl)) },
    ...{ sourceDays: Number(values['source-days']), clockUrl: values.clock, now, seeCertificate },
    compareClock: (url) => compareClock(url, now),
  })
  const level = gravest(findings)
  if (values.json) say(JSON.stringify({ level, findings }, undefined, 2))
  else findings.flatMap(linesOf).forEach((line) => say(line))
  return exitCodes[level]
}

const linesOf = ({ check, level, what, todo }: Finding): readonly string[] => [
  `${marks[level]} ${check}: ${what}`,
  ...(todo ? [`        ${todo}`] : []),
]
