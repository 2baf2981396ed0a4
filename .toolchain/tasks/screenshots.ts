import { buildStorybook } from '../storybook.ts'
import { finish, tool } from '../tools.ts'

const [verb, ...further] = process.argv.slice(2)
if (further.length || (verb !== undefined && verb !== 'update')) {
  console.error(
    'npm run screenshots compares every story with test/screenshots; npm run screenshots -- update keeps what is drawn now.',
  )
  finish(1)
}
if (!(await buildStorybook())) finish(1)
finish(
  await tool('vitest', ['run', '--project', 'stories'], {
    env: verb === 'update' ? { AMTSWEG_UPDATE_SCREENSHOTS: '1' } : {},
  }),
)
