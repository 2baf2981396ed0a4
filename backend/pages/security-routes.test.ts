import { describe, expect, test } from 'vitest'
import { openTestDatabase } from '../database/testing.ts'
import { createApp } from '../http/app.ts'

const now = () => new Date('2026-11-25T13:14:15Z')

async function ask(path: string, settings: { securityContact?: string; publicUrl?: string } = {}) {
  return createApp({ database: await openTestDatabase(), now, ...settings }).request(path)
}

describe('security.txt', () => {
  const settings = {
    securityContact: 'mailto:sicherheit@stadt.example',
    publicUrl: 'https://dienste.stadt.example',
  }

  test('tells finders of security holes whom to tell, and until when that holds', async () => {
    const response = await ask('/.well-known/security.txt', settings)
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(await response.text()).toBe(
      'Contact: mailto:sicherheit@stadt.example\n' +
        'Expires: 2027-02-23T00:00:00.000Z\n' +
        'Preferred-Languages: de, en\n' +
        'Canonical: https://dienste.stadt.example/.well-known/security.txt\n',
    )
  })

  test('names no address of its own where the operator has not said which it is', async () => {
    const response = await ask('/.well-known/security.txt', { securityContact: settings.securityContact })
    expect(await response.text()).not.toMatch(/Canonical/)
  })

  test('is not there where nobody is named', async () => {
    const response = await ask('/.well-known/security.txt')
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ type: '/problems/not-found' })
  })

  test('is found at its old address', async () => {
    const response = await ask('/security.txt', settings)
    expect(response.status).toBe(301)
    expect(response.headers.get('location')).toBe('/.well-known/security.txt')
  })
})
