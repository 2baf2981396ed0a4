import { expect, test } from 'vitest'
import { createMetrics, type Facts } from './metrics.ts'

const quiet: Facts = { running: 0, waiting: 0, lagSeconds: 0, jobs: [], sources: [], schedules: [] }
const setUp = (facts: Partial<Facts> = {}) =>
  createMetrics({
    facts: async () => ({ ...quiet, ...facts }),
    now: () => new Date('2026-11-25T10:00:00Z'),
  })

test('answers are counted by route, method and status, and by whether they were finished before', async () => {
  const metrics = setUp()
  const route = '/api/v1/services/:id'
  metrics.made({ method: 'GET', route, status: 200, seconds: 0.003 })
  metrics.made({ method: 'GET', route, status: 404, seconds: 0.001 })
  metrics.remembered(route, 200)
  metrics.remembered(route, 200)
  const { type, text } = await metrics.text()
  expect(type).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(text).toContain(
    'amtsweg_requests_total{route="/api/v1/services/:id",method="GET",status="200",from="made"} 1',
  )
  expect(text).toContain(
    'amtsweg_requests_total{route="/api/v1/services/:id",method="GET",status="404",from="made"} 1',
  )
  expect(text).toContain(
    'amtsweg_requests_total{route="/api/v1/services/:id",method="GET",status="200",from="memory"} 2',
  )
  expect(text).toContain(
    'amtsweg_request_duration_seconds_bucket{le="0.0025",route="/api/v1/services/:id"} 1',
  )
})

test('a search is timed by its kind', async () => {
  const metrics = setUp()
  metrics.made({ method: 'GET', route: '/api/v1/services', status: 200, seconds: 0.02, search: 'search' })
  expect((await metrics.text()).text).toContain('amtsweg_search_duration_seconds_count{kind="search"} 1')
})

test('a method somebody made up is not a name of its own', async () => {
  const metrics = setUp()
  metrics.made({ method: 'MUSTERMANN', route: 'none', status: 405, seconds: 0 })
  const { text } = await metrics.text()
  expect(text).toContain('method="other"')
  expect(text).not.toContain('MUSTERMANN')
})

test('who was refused is counted by the reason, who waited by the time', async () => {
  const metrics = setUp()
  metrics.refused('full')
  metrics.waited(0.2)
  const { text } = await metrics.text()
  expect(text).toContain('amtsweg_refused_total{reason="full"} 1')
  expect(text).toContain('amtsweg_wait_seconds_bucket{le="0.25"} 1')
})

test('the state of the process, its jobs and its sources is that of the moment', async () => {
  const job = { name: 'link-check', due_at: '2026-11-25T09:59:00Z', lease_until: null, failures: 2 }
  const metrics = setUp({
    running: 3,
    waiting: 4,
    lagSeconds: 0.5,
    jobs: [
      job,
      { ...job, name: 'import', due_at: '2026-11-26T00:00:00Z', lease_until: '2026-11-25T10:05:00Z' },
    ],
    sources: [{ id: 'amtsweg-areas', imported_at: '2026-11-24T10:00:00Z' }],
    schedules: [
      { name: 'areas', succeeded_at: '2026-11-25T09:00:00Z', held: 0 },
      { name: 'offices', succeeded_at: null, held: 1 },
    ],
  })
  const { text } = await metrics.text()
  for (const line of [
    'amtsweg_requests_running 3',
    'amtsweg_requests_waiting 4',
    'amtsweg_event_loop_late_seconds 0.5',
    'amtsweg_job_running{job="link-check"} 0',
    'amtsweg_job_running{job="import"} 1',
    'amtsweg_job_failures{job="link-check"} 2',
    'amtsweg_job_overdue_seconds{job="link-check"} 60',
    'amtsweg_job_overdue_seconds{job="import"} 0',
    'amtsweg_source_age_seconds{source="amtsweg-areas"} 86400',
    'amtsweg_schedule_success_age_seconds{schedule="areas"} 3600',
    'amtsweg_schedule_held{schedule="areas"} 0',
    'amtsweg_schedule_held{schedule="offices"} 1',
  ])
    expect(text).toContain(`${line}\n`)
  expect(text).toContain('nodejs_eventloop_lag_seconds')
})

test('a job and a source that are gone are forgotten', async () => {
  let sources = [{ id: 'old', imported_at: '2026-11-24T10:00:00Z' }]
  const metrics = createMetrics({ facts: async () => ({ ...quiet, sources }), now: () => new Date() })
  expect((await metrics.text()).text).toContain('source="old"')
  sources = []
  expect((await metrics.text()).text).not.toContain('source="old"')
})
