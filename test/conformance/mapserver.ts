import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { atEnd, temporaryFolder } from '../temporary-folder.ts'

/** Another server of OGC API Features, with a data set of ours. */
interface MapServer {
  /** Of its landing page. */
  readonly address: string
  readonly stop: () => Promise<void>
}

/** Its pages as HTML; MapServer answers nothing at all without. */
const templates = '/usr/share/mapserver/ogcapi/templates/html-plain/'

/** Debian's MapServer 8 as a CGI program on a port of its own, with one layer in CRS84: GeoJSON, or a GeoPackage at a path. */
export async function startMapServer(layer: string, source: object | string): Promise<MapServer> {
  const folder = temporaryFolder()
  const data = typeof source === 'string' ? source : join(folder, 'data.geojson')
  const config = join(folder, 'mapserver.conf')
  const map = join(folder, 'town.map')
  if (typeof source === 'object') writeFileSync(data, JSON.stringify(source))
  writeFileSync(
    config,
    `CONFIG
  ENV "OGCAPI_HTML_TEMPLATE_DIRECTORY" "${templates}" END
  MAPS "town" "${map}" END
END
`,
  )
  const server = createServer((request, response) => void answer(request, response, config))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const origin = `http://127.0.0.1:${port}`
  writeFileSync(map, mapFile(layer, data, origin))
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()))
  atEnd(() => server.closeAllConnections())
  return { address: `${origin}/town/ogcapi`, stop }
}

const mapFile = (layer: string, data: string, origin: string) => `MAP
  NAME "town"
  EXTENT 10 53 12 54
  PROJECTION "epsg:4326" END
  WEB
    METADATA
      "ows_title" "Musterstadt"
      "ows_enable_request" "*"
      "ows_onlineresource" "${origin}/town"
      "oga_onlineresource" "${origin}/town/ogcapi"
    END
  END
  LAYER
    NAME "${layer}"
    TYPE ${layer === 'polygons' ? 'POLYGON' : 'POINT'}
    STATUS ON
    CONNECTIONTYPE OGR
    CONNECTION "${data}"
    ${data.endsWith('.gpkg') ? `DATA "${layer}"` : ''}
    PROJECTION "epsg:4326" END
    TEMPLATE "void"
    METADATA
      "ows_title" "${layer}"
      "gml_include_items" "all"
      "gml_featureid" "id"
    END
  END
END
`

/** RFC 3875: one process for each request. */
async function answer(request: IncomingMessage, response: ServerResponse, config: string): Promise<void> {
  const { pathname, search } = new URL(request.url ?? '/', 'http://127.0.0.1')
  const { port, address } = request.socket.address() as { port: number; address: string }
  const child = spawn('mapserv', {
    env: {
      PATH: process.env['PATH'],
      MAPSERVER_CONFIG_FILE: config,
      GATEWAY_INTERFACE: 'CGI/1.1',
      SERVER_PROTOCOL: 'HTTP/1.1',
      SERVER_NAME: address,
      SERVER_PORT: String(port),
      REQUEST_METHOD: request.method,
      SCRIPT_NAME: '',
      PATH_INFO: pathname,
      QUERY_STRING: search.slice(1),
      HTTP_ACCEPT: request.headers.accept,
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const output = await text(child.stdout)
  const [head = '', ...body] = output.split('\r\n\r\n')
  const headers = head.split('\r\n').map((line) => line.split(/:\s*/, 2) as [string, string])
  const status = headers.find(([name]) => name.toLowerCase() === 'status')?.[1]
  response.writeHead(status ? Number.parseInt(status, 10) : 200, Object.fromEntries(headers))
  response.end(body.join('\r\n\r\n'))
}
