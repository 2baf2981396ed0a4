import { expect, test } from 'vitest'
import { servicesInNamed, situationsOf } from './situations.ts'

const situations = situationsOf({
  situations: [
    { id: 'umzug', names: '{"de":"Umzug und Wohnen","en":"Moving"}' },
    { id: 'leer', names: '{"de":"Auto"}' },
  ],
  members: [
    { service_id: 'melden', life_situation_id: 'umzug' },
    { service_id: 'parken', life_situation_id: 'umzug' },
  ],
})
const named = (...typed: string[]) => [...servicesInNamed(situations, typed)]

test('services lie in the life situation whose name is typed, in any form and language', () => {
  expect(named('umzug')).toEqual(['melden', 'parken'])
  expect(named('wohnen', 'umziehen')).toEqual(['melden', 'parken'])
  expect(named('moving')).toEqual(['melden', 'parken'])
})

test('no others', () => {
  expect(named('auto')).toEqual([])
  expect(named('umzug', 'hund')).toEqual([])
  expect(named()).toEqual([])
})
