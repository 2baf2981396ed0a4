import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { MiddlewareHandler } from 'hono'
import { routeName } from './route-name.ts'
import type { Env } from './router.ts'

const methods = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'QUERY',
])

/** Only what continues a trace is read of a request. */
const fields = {
  get: (headers: Headers, name: string) => headers.get(name) ?? undefined,
  keys: () => ['traceparent', 'tracestate'],
}

/**
 * A span for each answer that is made (OpenTelemetry semantic conventions for HTTP servers), with the pattern of the route instead of
 * the address: nothing in it tells who asked or for what.
 */
export const traced: MiddlewareHandler<Env> = async (c, next) => {
  const method = methods.has(c.req.method) ? c.req.method : '_OTHER'
  const before = propagation.extract(ROOT_CONTEXT, c.req.raw.headers, fields)
  const span = trace.getTracer('amtsweg').startSpan(method, { kind: SpanKind.SERVER }, before)
  await context.with(trace.setSpan(before, span), next)
  const route = routeName(c)
  span.updateName(`${method} ${route}`)
  span.setAttributes({
    'http.request.method': method,
    'http.route': route,
    'http.response.status_code': c.res.status,
  })
  if (c.res.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
  span.end()
}
