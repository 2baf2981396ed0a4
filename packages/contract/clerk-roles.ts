import { z } from 'zod'
import { type Scope, scopes } from './access.ts'

/** What somebody is to an authority. The work of cashier and registrar comes with payment and registry. */
export const clerkRoles = [
  'administrator',
  'editor',
  'cashier',
  'registrar',
  'statistician',
  'geodata-officer',
  'data-protection-officer',
] as const
export const ClerkRole = z.enum(clerkRoles)
export type ClerkRole = z.infer<typeof ClerkRole>

const editing: readonly Scope[] = [
  'supplements:write',
  'services:write',
  'units:write',
  'people:write',
  'responsibilities:write',
  'life-situations:write',
  'keywords:write',
  'links:read',
  'searches:read',
  'changes:approve',
]

/** What each role may do. In a small Amt one person does everything, so an administrator may edit as well. */
export const scopesOfRole: Readonly<Record<ClerkRole, readonly Scope[]>> = {
  administrator: scopes,
  editor: editing,
  cashier: [],
  registrar: [],
  statistician: ['searches:read', 'origins:read'],
  'geodata-officer': ['geodata:write', 'changes:approve'],
  'data-protection-officer': ['audit:read'],
}

/** What several roles may do together, in the order of the list. */
export const scopesOfRoles = (held: readonly ClerkRole[]): readonly Scope[] =>
  scopes.filter((scope) => held.some((role) => scopesOfRole[role].includes(scope)))
