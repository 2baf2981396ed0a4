import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export const hasNginx = (): boolean => spawnSync('nginx', ['-v']).status === 0

/** nginx on loopback before some servers: gives the address it listens on for each group of them. */
export async function startNginx(groups: readonly (readonly string[])[]) {
  const folder = mkdtempSync(join(tmpdir(), 'amtsweg-nginx-'))
  const ports: number[] = []
  for (const _ of groups) ports.push(await freePort())
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (one) => `${one}_temp_path ${folder}/${one};`,
  )
  const sites = groups.map(
    (origins, index) => `
  upstream group${index} {
    ${origins.map((origin) => `server ${new URL(origin).host};`).join(' ')}
    keepalive 32;
  }
  server {
    listen 127.0.0.1:${ports[index]};
    keepalive_requests 1000000;
    location / {
      proxy_pass http://group${index};
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $host;
      proxy_set_header X-Forwarded-For $remote_addr;
    }
  }`,
  )
  const file = join(folder, 'nginx.conf')
  writeFileSync(
    file,
    `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error;
events { worker_connections 256; }
http {
  access_log off; ${temporary.join(' ')}${sites.join('')}
}
`,
  )
  const child = spawn('nginx', ['-c', file, '-p', folder, '-e', join(folder, 'error')], { stdio: 'inherit' })
  const stop = () => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  process.on('exit', stop)
  const origins = ports.map((port) => `http://127.0.0.1:${port}`)
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(`${origins[0]}/livez`).catch(() => undefined)
    if (answer?.ok) return { origins, stop }
    if (tries === 50) throw new Error('nginx does not answer')
    await pause(100)
  }
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
