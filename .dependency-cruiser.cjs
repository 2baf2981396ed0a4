/** Who may use whom, in the words of the domain. A new arrow is a decision: write an ADR, then add it here.
 *
 * @type {Record<string, readonly string[]>}
 */
const uses = {
  places: [],
  access: ['places'],
  changes: ['access'],
  directory: ['access', 'changes', 'places'],
  services: ['access', 'places'],
  responsibility: ['access', 'directory', 'places', 'services'],
  federation: ['access', 'directory', 'places', 'responsibility', 'services'],
  wayfinding: ['access', 'directory', 'places', 'responsibility', 'services'],
  payment: ['access', 'directory'],
  registry: ['access', 'directory', 'payment', 'places'],
  statistics: ['access', 'places'],
  geodata: ['access', 'places'],
  forms: ['access', 'documents', 'payment', 'places', 'responsibility', 'services'],
  documents: ['access'],
  procurement: ['access'],
  processes: ['access'],
}

const domains = Object.keys(uses)
const any = domains.join('|')
const browser = '^(widgets|packages/(client|kit|embed|desk))/'
const server = '^backend/'
const domain = `^backend/(${any})/`
const tests = '([.]test|/testing)[.]ts$|^test/'
const joiners = '^backend/(main|cli)[.]ts$'

/** @typedef {import('dependency-cruiser').IRegularForbiddenRuleType} Rule */

/**
 * @param {string} name
 * @param {string} comment
 * @param {Rule['from']} from
 * @param {Rule['to']} to
 * @returns {Rule}
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    // Types may go round: nothing waits for them at run time, and a table's type often names a rule's.
    forbid(
      'no-cycles',
      'Move the shared part one layer down.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid(
      'imports-resolve',
      'Nothing lies at this address.',
      {},
      // A `virtual:` module is made by a Vite plugin; a stylesheet as text is found by Vite too; of geojson there are types alone.
      { couldNotResolve: true, pathNot: '^(virtual:|geojson$)|[.]css[?]raw$' },
    ),
    forbid(
      'imports-are-declared',
      'Add it to the package.json of this folder.',
      // The tasks use what the root declares; the package.json beside them is for the boot script.
      { pathNot: '^[.]toolchain/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    forbid(
      'test-tools-stay-in-tests',
      'Make it a dependency, or leave it to the tests.',
      { path: `${browser}|${server}|^packages/`, pathNot: tests },
      { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    ),
    forbid('tests-are-not-imported', 'Move the helper to testing.ts.', {}, { path: '[.]test[.]ts$' }),
    forbid(
      'packages-meet-by-name',
      'Write @amtsweg/<package>.',
      { path: '^(packages/[^/]+|widgets|backend|stories|demo-site|test)/' },
      { path: '^(packages|widgets|backend|stories|demo-site)/', pathNot: '^$1/', dependencyTypes: ['local'] },
    ),

    forbid(
      'contract-depends-on-nothing',
      'It is the innermost layer.',
      { path: '^packages/contract/', pathNot: tests },
      { path: '^(packages|widgets|backend|stories|demo-site|test)/', pathNot: '^packages/contract/' },
    ),
    forbid(
      'messages-know-contract-types-only',
      'Words have no code.',
      { path: '^packages/messages/', pathNot: tests },
      { path: '^(packages|widgets|backend)/|node_modules/', pathNot: '^packages/(contract|messages)/' },
    ),
    forbid(
      'client-knows-only-the-contract',
      'It asks; it shows nothing.',
      { path: '^packages/client/', pathNot: tests },
      { path: '^(packages|widgets)/|node_modules/', pathNot: '^packages/(client|contract)/' },
    ),
    forbid(
      'embed-knows-tags-and-file-names-only',
      'Every byte of it is on every page.',
      { path: '^packages/embed/', pathNot: tests },
      { path: '^(packages|widgets)/|node_modules/', pathNot: '^packages/embed/' },
    ),
    forbid(
      'packages-know-no-widget',
      'Place it by its tag name; the loader brings it.',
      { path: '^packages/', pathNot: tests },
      { path: '^(widgets|stories|demo-site)/' },
    ),
    forbid(
      'a-widget-imports-no-other',
      'Place it by its tag name, or share through the kit.',
      { path: `^widgets/(${any})/` },
      { path: `^widgets/(${any})/`, pathNot: '^widgets/$1/' },
    ),
    forbid(
      'browser-takes-types-only',
      'One schema value costs a widget 90 KB: `import type`.',
      { path: `${browser}|^packages/messages/`, pathNot: tests },
      { path: '^packages/contract/', dependencyTypesNot: ['type-only'] },
    ),
    forbid('browser-knows-no-server', 'Widgets speak HTTP.', { path: browser }, { path: server }),
    forbid(
      'server-knows-no-browser',
      'The API does not know who asks; it serves releases of the script and knows what one is.',
      { path: server },
      { path: browser, pathNot: '^packages/embed/release[.]ts$' },
    ),

    ...domains.map((name) =>
      forbid(
        `${name}-uses-only-${uses[name]?.join('-') || 'itself'}`,
        'See `uses` on top.',
        { path: `^backend/${name}/`, pathNot: tests },
        { path: domain, pathNot: `^backend/(${[name, ...(uses[name] ?? [])].join('|')})/` },
      ),
    ),
    forbid(
      'domains-meet-at-the-front-door',
      'Import ../<domain>/index.ts.',
      { path: domain, pathNot: tests },
      { path: domain, pathNot: ['^backend/$1/', '/index[.]ts$'] },
    ),
    forbid(
      'plumbing-enters-by-the-front-door',
      'Import ../<domain>/index.ts.',
      { path: '^backend/(intake|jobs|operation|pages|integration|vocabularies)/', pathNot: tests },
      { path: domain, pathNot: '/index[.]ts$' },
    ),
    forbid(
      'http-joins-routes-only',
      'The rest is behind them.',
      { path: '^backend/http/', pathNot: tests },
      { path: domain, pathNot: ['/index[.]ts$', '[/-]routes[.]ts$'] },
    ),
    forbid(
      'database-knows-tables-only',
      'It joins the tables, as types, and the migrations.',
      { path: '^backend/database/', pathNot: tests },
      { path: domain, pathNot: '/tables[.]ts$' },
    ),
    forbid(
      'import-engine-knows-no-domain',
      'A profile (import-*.ts) comes to the engine, not the engine to it.',
      { path: '^backend/import/', pathNot: tests },
      { path: domain },
    ),
    forbid(
      'domains-do-not-know-the-outside',
      'Declare an interface; integration/ implements it.',
      { path: domain },
      { path: '^backend/(intake|integration|jobs|operation|pages|vocabularies)/' },
    ),
    forbid('nobody-imports-the-joiners', 'Ask for what you need as a parameter.', {}, { path: joiners }),

    forbid(
      'only-routes-know-http',
      'Return data; the route decides what it means in HTTP.',
      { path: server, pathNot: ['[/-]routes[.]ts$', '^backend/(http|pages)/', joiners, tests] },
      { path: 'node_modules/(hono|@hono/[^/]+)/|^backend/http/' },
    ),
    forbid(
      'only-repositories-know-sql',
      'Ask the repository.',
      {
        path: server,
        pathNot: [
          '/(repository[^/]*|tables|import-[^/]+)[.]ts$',
          '^backend/(database|import)/',
          // A GeoPackage is a database of its own.
          '^backend/geofiles/geopackage-[^/]+[.]ts$',
          tests,
        ],
      },
      { path: 'node_modules/(kysely|better-sqlite3|pg)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|[.]cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types'],
      extensions: ['.ts', '.js', '.mjs'],
    },
  },
}
