/** Whoever may write any of this may draft it, see what was changed, and undo it. */
export const editingScopes = [
  'units:write',
  'services:write',
  'supplements:write',
  'responsibilities:write',
  'people:write',
  'life-situations:write',
  'keywords:write',
  'geodata:write',
] as const
