import { context, propagation, trace } from '@opentelemetry/api'

interface Options {
  /** Where a collector takes OTLP as JSON over HTTP, such as http://127.0.0.1:4318/v1/traces. */
  readonly url: string
  /** Share of requests that are traced, 0 to 1. */
  readonly share: number
  /** Of this program. */
  readonly version: string
  /** Tells processes apart. */
  readonly instance: string
}

/** Milliseconds that a stopping server waits for a collector. */
const patience = 2_000

/**
 * From now on what this process does is told to a collector, in batches; what a collector does not take in time is dropped. The
 * libraries are read only here, so that they cost nobody anything who has no collector.
 */
export async function startTraces({ url, share, version, instance }: Options) {
  const [{ AsyncLocalStorageContextManager }, core, { OTLPTraceExporter }, { resourceFromAttributes }, sdk] =
    await Promise.all([
      import('@opentelemetry/context-async-hooks'),
      import('@opentelemetry/core'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/sdk-trace'),
    ])
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({
      'service.name': 'amtsweg',
      'service.version': version,
      'service.instance.id': instance,
    }),
    // By the number of the trace alone: whoever asks cannot make us trace more.
    sampler: new sdk.TraceIdRatioBasedSampler(share),
    spanProcessors: [
      new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url, timeoutMillis: patience }) }),
    ],
  })
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  propagation.setGlobalPropagator(new core.W3CTraceContextPropagator())
  trace.setGlobalTracerProvider(provider)
  return {
    /** Tells what is left, if the collector is there. */
    stop: () => provider.shutdown().catch(() => undefined),
  }
}
