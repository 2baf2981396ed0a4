/**
 * The name of a body as it stands on its door: "Wismar, Hansestadt" is the Hansestadt Wismar, "Kühlungsborn, Ostseebad, Stadt"
 * the Stadt Ostseebad Kühlungsborn. A Gemeinde without the rights of a town is called one where `kind` says so.
 */
export function bodyName(registered: string, kind?: 'gemeinde'): string {
  const [name = '', ...designations] = registered.split(',').map((part) => part.replace(/\s+/g, ' ').trim())
  const isTown = designations.some((designation) => /stadt/i.test(designation))
  return [...(kind && !isTown ? ['Gemeinde'] : []), ...designations.reverse(), name].join(' ').trim()
}
