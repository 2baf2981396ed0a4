import { tool } from './tools.ts'

const args = ['build', '-c', 'stories/.storybook', '-o', '.cache/storybook', '--disable-telemetry', '--quiet']

/** Builds it into .cache/storybook, where the tests look at it; its log is shown only if that fails. */
export async function buildStorybook(): Promise<boolean> {
  let log = ''
  const works = (await tool('storybook', args, { output: (text) => (log += text) })) === 0
  console.log(works ? '✓ builds' : log)
  return works
}
