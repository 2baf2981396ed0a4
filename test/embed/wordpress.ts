import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { root } from '../end-to-end/server.ts'
import { freePort } from '../postgres.ts'
import { atEnd, temporaryFolder } from '../temporary-folder.ts'

/** Debian's packages; the site is German. */
export const needed =
  'wordpress wordpress-l10n wordpress-theme-twentytwentythree php-cli php-mysql mariadb-server-core'

/** Where Debian's package puts it. */
const home = '/usr/share/wordpress'

export const hasWordPress = (): boolean =>
  ['wp-includes/version.php', 'wp-content/languages/de_DE.mo', 'wp-content/themes/twentytwentythree'].every(
    (path) => existsSync(join(home, path)),
  ) &&
  [
    ['php', '--version'],
    ['mariadbd', '--version'],
  ].every(([program = '', ...args]) => spawnSync(program, args).status === 0)

/** A real WordPress with our plugin, on this computer alone. */
export interface WordPress {
  readonly origin: string
  readonly folder: string
  /** Logs somebody in, by the role's name, and opens an address of the site. */
  readonly enter: (page: Page, role: string, path: string) => Promise<void>
  /** Calls a function of wordpress-site.php. */
  readonly let: <Answer>(
    deed: 'save' | 'preview' | 'enter' | 'pack_plugin' | 'uninstall',
    given?: object,
  ) => Answer
  /** What PHP has complained about so far, but for what WordPress itself brings along. */
  readonly complaints: () => readonly string[]
}

/** Sets up a site with a MariaDB of its own; both go away with the tests. `settings` are those of our plugin; without them it is not there. */
export async function startWordPress(
  server: string,
  settings?: { readonly server: string; readonly area: string },
): Promise<WordPress> {
  const folder = temporaryFolder()
  const database = await startMariadb(join(folder, 'database'))
  const site = join(folder, 'site')
  const log = join(folder, 'php.log')
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const password = 'sehr-geheim-nur-im-test'

  cpSync(home, site, { recursive: true, dereference: true })
  if (settings)
    cpSync(join(root, 'packages/wordpress'), join(site, 'wp-content/plugins/amtsweg'), { recursive: true })
  // WordPress guards itself against addresses with unusual ports, and those of tests are.
  mkdirSync(join(site, 'wp-content/mu-plugins'))
  writeFileSync(
    join(site, 'wp-content/mu-plugins/ports.php'),
    `<?php add_filter('http_allowed_safe_ports', fn ($ports) => array_merge($ports, [${new URL(server).port}]));`,
  )
  writeFileSync(join(site, 'wp-config.php'), configuration({ origin, socket: database, log }))

  const call = <Answer>(deed: string, given: object = {}): Answer => {
    const script = join(import.meta.dirname, 'wordpress-site.php')
    const { status, stdout, stderr } = spawnSync('php', [script, site, deed], {
      input: JSON.stringify(given),
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`WordPress could not ${deed}: ${stdout}${stderr}`)
    return JSON.parse(stdout) as Answer
  }

  const { problem } = call<{ problem: string | null }>('install', { password, settings })
  if (problem) throw new Error(problem)
  run('php', ['-S', `localhost:${port}`, '-t', site], { PHP_CLI_SERVER_WORKERS: '4' })
  await until(() => fetch(origin).then(({ ok }) => ok))
  return {
    origin,
    folder: site,
    async enter(page, role, path) {
      await page.goto(`${origin}/wp-login.php?redirect_to=${encodeURIComponent(origin + path)}`)
      await page.locator('#user_login').fill(role)
      await page.locator('#user_pass').fill(password)
      await Promise.all([page.waitForURL(origin + path), page.locator('#wp-submit').click()])
    },
    let: call,
    complaints: () =>
      (existsSync(log) ? readFileSync(log, 'utf8').split('\n') : []).filter((line) =>
        line.includes('plugins/amtsweg'),
      ),
  }
}

/** Nobody but root may write HTML, as in a network of sites; nothing is asked of anybody outside. */
const configuration = ({
  origin,
  socket,
  log,
}: Readonly<Record<'origin' | 'socket' | 'log', string>>) => `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_HOME', '${origin}');
define('WP_SITEURL', '${origin}');
define('DISALLOW_UNFILTERED_HTML', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('WP_ACCESSIBLE_HOSTS', 'localhost');
define('AUTOMATIC_UPDATER_DISABLED', true);
define('DISABLE_WP_CRON', true);
define('WP_DEBUG', true);
define('WP_DEBUG_DISPLAY', false);
define('WP_DEBUG_LOG', '${log}');
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`

/** A MariaDB that nobody reaches but by its socket, whose path is returned. */
async function startMariadb(folder: string): Promise<string> {
  mkdirSync(folder)
  const user = process.getuid?.() === 0 ? ['--user=root'] : []
  const made = spawnSync(
    'mariadb-install-db',
    [
      '--no-defaults',
      `--datadir=${folder}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      ...user,
    ],
    { encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`mariadb-install-db: ${made.stdout}${made.stderr}`)
  const socket = join(folder, 'socket')
  run('mariadbd', [
    '--no-defaults',
    `--datadir=${folder}`,
    `--socket=${socket}`,
    '--skip-networking',
    '--skip-grant-tables',
    ...user,
  ])
  const ask = ['--no-defaults', `--socket=${socket}`, '-e', 'create database wordpress']
  await until(() => Promise.resolve(spawnSync('mariadb', ask).status === 0))
  return socket
}

/** Runs a program until the tests are over. */
function run(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  // Its own group: the workers of PHP's server do not end with it.
  const child = spawn(program, args, { stdio: 'ignore', detached: true, env: { ...process.env, ...env } })
  const kill = () => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It has ended already.
    }
  }
  process.on('exit', kill)
  atEnd(kill)
  return child
}

async function until(done: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await done().catch(() => false)); tries += 1) {
    if (tries === 150) throw new Error('It does not answer.')
    await pause(100)
  }
}
