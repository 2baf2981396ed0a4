import { describe, expect, it } from 'vitest'
import type { ResponsibilityQuery } from '@amtsweg/contract'
import { whereOf } from './where.ts'

const ask = (query: Omit<ResponsibilityQuery, 'service'>) => whereOf({ service: '99008001012000', ...query })

describe('whereOf', () => {
  it.each<[string, Omit<ResponsibilityQuery, 'service'>, object]>([
    ['an area', { area: '13076' }, { by: 'area', area: '13076' }],
    ['a postcode', { postcode: '19230' }, { by: 'address', postcode: '19230' }],
    ['a place', { place: ' Picher ' }, { by: 'address', place: 'Picher' }],
    [
      'postcode, place and street',
      { postcode: '19230', place: 'Picher', street: 'Dorfstr.' },
      { by: 'address', postcode: '19230', place: 'Picher', street: 'Dorfstr.' },
    ],
    ['a point', { lat: 53.4, lon: 11.2 }, { by: 'point', lat: 53.4, lon: 11.2 }],
    ['the point 0, 0', { lat: 0, lon: 0 }, { by: 'point', lat: 0, lon: 0 }],
    ['an area beside a blank place', { area: '13076', place: '  ' }, { by: 'area', area: '13076' }],
  ])('takes %s', (_, query, where) => {
    expect(ask(query)).toEqual(where)
  })

  it.each<[string, Omit<ResponsibilityQuery, 'service'>, readonly string[]]>([
    ['nothing said', {}, ['/area', '/postcode', '/place', '/street', '/lat', '/lon']],
    ['a blank place', { place: '' }, ['/area', '/postcode', '/place', '/street', '/lat', '/lon']],
    ['area and postcode', { area: '13076', postcode: '19230' }, ['/area', '/postcode']],
    ['place and point', { place: 'Picher', lat: 53.4, lon: 11.2 }, ['/place', '/lat', '/lon']],
    ['all three ways', { area: '13', street: 'x', lat: 1 }, ['/area', '/street', '/lat']],
    ['a street alone', { street: 'Bahnhofstraße' }, ['/street']],
    ['half a point', { lat: 53.4 }, ['/lon']],
    ['the other half', { lon: 11.2 }, ['/lat']],
  ])('refuses %s and names the fields', (_, query, pointers) => {
    const parts = ask(query)
    expect(Array.isArray(parts) && parts.map((part: { pointer: string }) => part.pointer)).toEqual(pointers)
  })
})
