/** What the geodata can say no with; part of `problems`. */
export const geodataProblems = {
  'collection-unknown': {
    status: 404,
    title: 'There is no such collection of geodata',
    advice:
      'Use an id listed at /ogc/collections. Some collections are for authorities only: send their token.',
  },
  'feature-unknown': {
    status: 404,
    title: 'The collection has no such feature',
    advice:
      'Use an id listed at /ogc/collections/{id}/items; the collection may have been published anew without it.',
  },
} as const satisfies Record<string, { status: number; title: string; advice: string }>
