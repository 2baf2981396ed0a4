import { finish, tool } from '../tools.ts'

const args = ['dev', '-c', 'stories/.storybook', '-p', '6006', '--no-open', '--disable-telemetry']
finish(await tool('storybook', [...args, ...process.argv.slice(2)]))
