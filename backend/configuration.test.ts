import { availableParallelism } from 'node:os'
import { describe, expect, test } from 'vitest'
import { ConfigurationError, readConfiguration } from './configuration.ts'

describe('the configuration', () => {
  test('needs nothing', () => {
    expect(readConfiguration({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      databaseUrl: 'sqlite:./var/amtsweg.sqlite',
      poolSize: availableParallelism() * 4,
      demo: 'auto',
      countSearches: true,
      countWebsites: true,
      historyDays: 90,
      drainSeconds: 10,
      backupFolder: 'var/backups',
      releaseFolder: 'var/releases',
      imports: {
        on: true,
        maxBytes: 1024 ** 3,
        maxUploadBytes: 200 * 1024 ** 2,
        maxHeldBytes: 2_000 * 1024 ** 2,
      },
      links: {
        on: false,
        days: 7,
        hostSeconds: 10,
        perMinute: 30,
        hours: undefined,
        contactUrl: undefined,
        ownHosts: [],
        allow: [],
      },
      signIn: { idleMinutes: 30, hours: 12, isLocal: true },
      traffic: {
        inFlight: availableParallelism() * 8,
        backlog: availableParallelism() * 8,
        maxLag: 500,
        perMinute: { search: 1_200, export: 120, submission: 300 },
        processes: 1,
        proxies: undefined,
        metricsToken: undefined,
        hstsDays: 0,
      },
    })
  })

  test('switches counting off', () => {
    expect(readConfiguration({ AMTSWEG_COUNT_SEARCHES: 'off' }).countSearches).toBe(false)
    expect(readConfiguration({ AMTSWEG_COUNT_WEBSITES: 'off' }).countWebsites).toBe(false)
  })

  test('backups and releases lie beside the database unless another folder is named', () => {
    const beside = readConfiguration({ DATABASE_URL: 'sqlite:/srv/amtsweg/town.sqlite' })
    expect(beside.backupFolder).toBe('/srv/amtsweg/backups')
    expect(readConfiguration({ AMTSWEG_BACKUP_FOLDER: '/mnt/nas' }).backupFolder).toBe('/mnt/nas')
    expect(beside.releaseFolder).toBe('/srv/amtsweg/releases')
    expect(readConfiguration({ AMTSWEG_RELEASE_FOLDER: '/mnt/nas' }).releaseFolder).toBe('/mnt/nas')
  })

  test('security holes are reported to the contact that is named for them, else to the general one', () => {
    const named = {
      AMTSWEG_SECURITY_CONTACT: 'mailto:cert@stadt.example',
      AMTSWEG_CONTACT_URL: 'https://stadt.example/',
    }
    expect(readConfiguration(named).securityContact).toBe('mailto:cert@stadt.example')
    expect(readConfiguration({ ...named, AMTSWEG_SECURITY_CONTACT: '' }).securityContact).toBe(
      'https://stadt.example/',
    )
    expect(
      readConfiguration({ AMTSWEG_CONTACT_URL: 'http://stadt.example/' }).securityContact,
    ).toBeUndefined()
  })

  test('an empty variable counts as not set', () => {
    expect(readConfiguration({ PORT: '' }).port).toBe(8080)
  })

  test('takes the address under which readers come', () => {
    const { publicUrl } = readConfiguration({ AMTSWEG_PUBLIC_URL: 'https://dienste.stadt.example' })
    expect(publicUrl).toBe('https://dienste.stadt.example')
  })

  test.each([
    [{ PORT: 'eighty' }, /PORT must be a number, but is "eighty"/],
    [{ PORT: '70000' }, /PORT must be at most 65535/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL must begin with sqlite: or postgres:/],
    [{ DATABASE_URL: 'mysql://a:b@x' }, /but is "mysql:\/\/a:\*\*\*@x"/],
    [
      { DATABASE_URL: 'postgres://a:b#c@x/y' },
      /DATABASE_URL must be an address such as postgres:.*%40 for @/,
    ],
    [{ AMTSWEG_POOL_SIZE: '1' }, /AMTSWEG_POOL_SIZE must be 2 or more/],
    [
      { AMTSWEG_DATABASE_REPLICA_URL: 'postgres://a:b@c/d' },
      /AMTSWEG_DATABASE_REPLICA_URL needs a server of PostgreSQL/,
    ],
    [
      { AMTSWEG_DATABASE_REPLICA_URL: 'sqlite:./x' },
      /AMTSWEG_DATABASE_REPLICA_URL must be an address such as postgres:/,
    ],
    [{ AMTSWEG_TRACES_URL: 'collector:4318' }, /AMTSWEG_TRACES_URL must be an address such as http:/],
    [{ AMTSWEG_TRACES_SHARE: '2' }, /AMTSWEG_TRACES_SHARE must be at most 1/],
    [{ AMTSWEG_COUNT_SEARCHES: 'yes' }, /AMTSWEG_COUNT_SEARCHES must be on or off/],
    [{ AMTSWEG_DEMO: 'yes' }, /AMTSWEG_DEMO must be auto or off/],
    [{ AMTSWEG_LINK_CHECK: 'on' }, /AMTSWEG_LINK_CHECK is on and needs AMTSWEG_CONTACT_URL/],
    [{ AMTSWEG_LINK_CHECK_DAYS: '0' }, /AMTSWEG_LINK_CHECK_DAYS must be 1 or more/],
    [{ AMTSWEG_LINK_CHECK_HOURS: '22-25' }, /AMTSWEG_LINK_CHECK_HOURS must be two full hours/],
    [{ AMTSWEG_CONTACT_URL: 'mailto:a@b.de' }, /AMTSWEG_CONTACT_URL must be a web address/],
    [{ AMTSWEG_OUTGOING_ALLOW: 'localhost:80' }, /AMTSWEG_OUTGOING_ALLOW.* must be pairs/],
    [{ AMTSWEG_SECURITY_CONTACT: 'cert@stadt.example' }, /AMTSWEG_SECURITY_CONTACT must be a web address/],
    [{ AMTSWEG_IN_FLIGHT: '0' }, /AMTSWEG_IN_FLIGHT must be 1 or more/],
    [{ AMTSWEG_METRICS_TOKEN: 'short' }, /AMTSWEG_METRICS_TOKEN must be 16 to 200 letters/],
    [{ AMTSWEG_TRUSTED_PROXIES: 'proxy.local' }, /AMTSWEG_TRUSTED_PROXIES.* must be addresses or networks/],
    [{ AMTSWEG_TRUSTED_PROXIES: '10.0.0.0/33' }, /AMTSWEG_TRUSTED_PROXIES.* must be addresses or networks/],
    [{ AMTSWEG_DEMOO: 'off' }, /AMTSWEG_DEMOO is not a setting/],
    [{ AMTSWEG_PUBLIC_URL: 'stadt.example' }, /AMTSWEG_PUBLIC_URL must be an address without a path/],
    [
      { AMTSWEG_PUBLIC_URL: 'https://stadt.example/amt' },
      /AMTSWEG_PUBLIC_URL must be an address without a path/,
    ],
    [{ AMTSWEG_PUBLIC_URL: 'https://a"><b' }, /AMTSWEG_PUBLIC_URL must be an address without a path/],
  ])('%o is refused in words that name the variable', (environment, words) => {
    expect(() => readConfiguration(environment)).toThrow(ConfigurationError)
    expect(() => readConfiguration(environment)).toThrow(words)
  })

  test('all mistakes are named at once', () => {
    expect(() => readConfiguration({ PORT: 'x', AMTSWEG_DEMO: 'y' })).toThrow(/PORT.*AMTSWEG_DEMO/)
  })

  test.each([
    ['10.0.0.5, fd00::/8', ['10.0.0.5', 'fd00::/8']],
    ['none', []],
    [undefined, undefined],
  ])('the proxies that are believed are %s', (value, proxies) => {
    expect(readConfiguration({ AMTSWEG_TRUSTED_PROXIES: value }).traffic.proxies).toEqual(proxies)
  })

  test.each([
    [{ LISTEN_PID: '42', LISTEN_FDS: '1' }, 3],
    [{ LISTEN_PID: '41', LISTEN_FDS: '1' }, undefined],
    [{ LISTEN_PID: '42', LISTEN_FDS: '2' }, undefined],
    [{}, undefined],
  ])('of %o the socket is %s for process 42', (environment, socket) => {
    expect(readConfiguration(environment, 42).socket).toBe(socket)
  })

  test('as many may wait as are worked for, unless said otherwise', () => {
    expect(readConfiguration({ AMTSWEG_IN_FLIGHT: '5' }).traffic).toMatchObject({ inFlight: 5, backlog: 5 })
    expect(readConfiguration({ AMTSWEG_IN_FLIGHT: '5', AMTSWEG_BACKLOG: '0' }).traffic.backlog).toBe(0)
  })

  test('the link check is switched on by whoever gives an address to complain to', () => {
    const { links } = readConfiguration({
      AMTSWEG_LINK_CHECK: 'on',
      AMTSWEG_CONTACT_URL: 'https://www.stadt.de/kontakt',
      AMTSWEG_PUBLIC_URL: 'https://Amtsweg.stadt.de',
      AMTSWEG_LINK_CHECK_HOURS: '22-6',
      AMTSWEG_OUTGOING_ALLOW: '127.0.0.1:8080, [::1]:80',
    })
    expect(links).toMatchObject({
      on: true,
      hours: { from: 22, to: 6 },
      contactUrl: 'https://www.stadt.de/kontakt',
      ownHosts: ['amtsweg.stadt.de'],
      allow: ['127.0.0.1:8080', '[::1]:80'],
    })
  })
})
