import { validate, version } from 'uuid'
import { describe, expect, test } from 'vitest'
import { firstHalf, joinedUuid, secondHalf, uuidOf } from './ids.ts'

describe('a UUID', () => {
  test('is the same for the same thing, and another for any other', () => {
    expect(uuidOf('service', 'hund')).toBe(uuidOf('service', 'hund'))
    expect(uuidOf('service', 'hund')).not.toBe(uuidOf('unit', 'hund'))
    expect(uuidOf('phone', 'amt', 1)).not.toBe(uuidOf('phone', 'amt', 2))
  })

  test('never changes: others keep it', () => {
    expect(uuidOf('service', 'mv-personalausweis')).toBe('3f3b0e47-2281-5e85-a7ea-11d07dfb038e')
    expect(version(uuidOf('service', 'x'))).toBe(5)
  })

  test('of a service at a location is made of both, and can be taken apart', () => {
    const service = uuidOf('service', 'hund')
    const unit = uuidOf('unit', 'amt')
    const joined = joinedUuid(service, unit)
    expect(validate(joined)).toBe(true)
    expect(version(joined)).toBe(8)
    expect(firstHalf(joined)).toBe(firstHalf(service))
    expect(secondHalf(joined)).toBe(secondHalf(unit))
  })
})
