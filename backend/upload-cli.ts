import { runUpload, type UploadRunParts } from './upload-run.ts'
import { readArguments, UsageError } from './usage-error.ts'

/** Milliseconds between two lines about how far the work is; what is another phase is told at once. */
const pause = 300

interface Workplace extends Omit<UploadRunParts, 'tell' | 'holder'> {
  readonly say: (line: string) => void
  /** A name for whoever works, where none was given. */
  readonly createHolder: () => string
}

/** Works on a file that an authority has sent; the server starts this beside itself. Tells lines of JSON. */
export async function uploadCommand(
  args: readonly string[],
  { say, createHolder, ...parts }: Workplace,
): Promise<void> {
  const { values, positionals } = readArguments(
    args,
    { as: { type: 'string' } },
    { command: 'upload', words: 1 },
  )
  const [id] = positionals
  if (!id) throw new UsageError('Which upload?')
  let told = -Infinity
  let phase = ''
  await runUpload(
    {
      ...parts,
      holder: values.as ?? createHolder(),
      tell(progress) {
        const now = performance.now()
        if (progress.phase === phase && now - told < pause) return
        phase = progress.phase
        told = now
        say(JSON.stringify(progress))
      },
    },
    id,
  )
}
