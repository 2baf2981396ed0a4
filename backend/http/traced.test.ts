import { context, propagation, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createRouter } from './router.ts'
import { traced } from './traced.ts'

const exporter = new InMemorySpanExporter()
beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  propagation.setGlobalPropagator(new W3CTraceContextPropagator())
  trace.setGlobalTracerProvider(
    new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }),
  )
})
afterAll(() => {
  for (const api of [context, propagation, trace]) api.disable()
})
beforeEach(() => exporter.reset())

const app = createRouter()
app.use(traced)
app.get('/services/:id', (c) => {
  trace.getTracer('test').startSpan('inner').end()
  return c.text('x')
})
app.get('/broken', () => {
  throw new Error('what a person typed')
})
app.onError((_error, c) => c.text('failed', 500))
const server = new Hono().route('/', app)

const traceId = '0af7651916cd43dd8448eb211c80319c'
const facts = () =>
  exporter
    .getFinishedSpans()
    .map(({ name, attributes, status }) => ({ name, attributes, failed: status.code === 2 }))

describe('an answer that is traced', () => {
  test('is named by its route, and tells neither address nor what was typed', async () => {
    await server.request('/services/erika?q=mustermann', { headers: { referer: 'https://erika.example' } })
    expect(facts().at(-1)).toEqual({
      name: 'GET /services/:id',
      attributes: {
        'http.request.method': 'GET',
        'http.route': '/services/:id',
        'http.response.status_code': 200,
      },
      failed: false,
    })
    expect(JSON.stringify(facts())).not.toMatch(/erika|mustermann/)
  })

  test('goes on with the trace of whoever asked, and holds what is done for it', async () => {
    await server.request('/services/1', { headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` } })
    const [inner, outer] = exporter.getFinishedSpans()
    expect([inner, outer].map((span) => span?.spanContext().traceId)).toEqual([traceId, traceId])
    expect(inner?.parentSpanContext?.spanId).toBe(outer?.spanContext().spanId)
  })

  test('says that it failed, not with what words', async () => {
    await server.request('/broken')
    expect(facts()).toMatchObject([{ name: 'GET /broken', failed: true }])
    expect(JSON.stringify(facts())).not.toContain('typed')
  })

  test.each([
    ['an address that is none', '/nothing/erika', {}, 'GET none'],
    ['a method nobody knows', '/services/1', { method: 'ERIKA' }, '_OTHER none'],
    ['a trace that is none', '/services/1', { headers: { traceparent: 'erika' } }, 'GET /services/:id'],
  ])('%s has no name of its own', async (_case, path, options, name) => {
    await server.request(path, options)
    expect(facts().at(-1)?.name).toBe(name)
  })
})
