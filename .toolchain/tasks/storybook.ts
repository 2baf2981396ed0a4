import { finish, tool } from '../tools.ts'

finish(await tool('storybook', ['dev', '-c', 'stories/.storybook', '-p', '6006', '--disable-telemetry', '--no-open', ...process.argv.slice(2)]))
