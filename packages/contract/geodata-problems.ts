/** What the geodata can say no with; part of `problems`. */
export const geodataProblems = {
  'invalid-filter': {
    status: 400,
    title: 'The filter cannot be understood',
    advice:
      'Correct what `detail` names. Filters are CQL2 (OGC 21-065), as text or JSON; /ogc/collections/{id}/queryables lists what they may name.',
  },
  'collection-unknown': {
    status: 404,
    title: 'There is no such collection of geodata',
    advice:
      'Use an id listed at /ogc/collections. Some collections are for authorities only: send their token.',
  },
  'collection-taken': {
    status: 409,
    title: 'There is a collection of this id already',
    advice: 'Choose another id: each is given once in an installation, whoever keeps the collection.',
  },
  'harvest-unknown': {
    status: 404,
    title: 'There is no such copy',
    advice: 'Use an id returned by GET /api/v1/geodata/harvests; somebody may have ended it.',
  },
  'outside-unavailable': {
    status: 502,
    title: 'The service of somebody else does not answer as it should',
    advice: 'Try again later, or look at the service’s own page; what is on this server is not concerned.',
  },
  'feature-unknown': {
    status: 404,
    title: 'The collection has no such feature',
    advice:
      'Use an id listed at /ogc/collections/{id}/items; the collection may have been published anew without it.',
  },
  'version-unknown': {
    status: 422,
    title: 'The collection has no such version',
    advice:
      'Use a number listed at /api/v1/geodata/collections/{id}/versions; a version that is still being written cannot be published.',
  },
  'tile-unknown': {
    status: 404,
    title: 'There is no such tile',
    advice:
      'Use a set of matrices listed at /ogc/collections/{id}/tiles, and a row and column within the limits that its page names.',
  },
} as const satisfies Record<string, { status: number; title: string; advice: string }>
