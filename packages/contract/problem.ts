/**
 * Every way our API can say no. The key is the public, stable code; nothing else may be parsed.
 * `advice` is what the page at `/problems/<code>` tells a developer to do next.
 */
export const problems = {
  'invalid-query': {
    status: 400,
    title: 'The query does not match the schema',
    advice: 'Correct the parameters named in `errors` and ask again. Repeating the same request cannot help.',
  },
  'invalid-path': {
    status: 400,
    title: 'The path does not match the schema',
    advice: 'Correct the part of the path named in `errors`.',
  },
  'invalid-cursor': {
    status: 400,
    title: 'The cursor does not belong to this list',
    advice: 'Start again without `cursor`; cursors are opaque and only valid for the list that issued them.',
  },
  'date-unusable': {
    status: 400,
    title: 'No deadline can be counted from this day',
    advice: 'Give a day that exists, from 2000-01-01 to 2099-12-31, as YYYY-MM-DD.',
  },
  'invalid-body': {
    status: 422,
    title: 'The body does not match the schema',
    advice: 'Correct the fields named in `errors` and send it again; /api/openapi.json describes the body.',
  },
  'token-missing': {
    status: 401,
    title: 'This needs a token',
    advice:
      'Send the token as `Authorization: Bearer amt_…`. The operator makes one with `amtsweg token create`; it never stands in an address.',
  },
  'token-invalid': {
    status: 401,
    title: 'This token opens nothing',
    advice: 'Check that it was copied as a whole. If it was revoked, ask the operator for a new one.',
  },
  'token-expired': {
    status: 401,
    title: 'The time of this token is over',
    advice: 'Ask the operator for a new one; `amtsweg token list` tells when each ends.',
  },
  'scope-missing': {
    status: 403,
    title: 'This token may not do that',
    advice: 'Ask the operator for a token with the scope that /api/openapi.json names for this address.',
  },
  'not-yours': {
    status: 403,
    title: 'This belongs to another authority',
    advice:
      'Write at or below the area of your own authority only. A Gemeinde, an Amt or a Kreis with an authority of its own keeps its area itself.',
  },
  'origin-not-allowed': {
    status: 403,
    title: 'This website is not registered for that',
    advice:
      'Reading is open to every website. To let this one write too, ask the operator to register it: `amtsweg authority set <id> --origin https://…`.',
  },
  'text-reserved': {
    status: 403,
    title: 'The text is reserved to Bund or Land',
    advice: 'Add to it with the mode `addition`: what the Typisierung reserves cannot be replaced below.',
  },
  'kept-by-import': {
    status: 409,
    title: 'This record comes from an import',
    advice: 'Change it in the system it is imported from: the next import would undo a change made here.',
  },
  'still-named': {
    status: 409,
    title: 'Something else still refers to it',
    advice: 'First name another unit where this one is responsible, and take its parts out of it.',
  },
  'precondition-failed': {
    status: 412,
    title: 'It was changed in the meantime',
    advice: 'Ask for it again, look at what has changed, and send yours with the new ETag in If-Match.',
  },
  'precondition-missing': {
    status: 428,
    title: 'Say what the change builds on',
    advice:
      'Send the ETag of what was read as If-Match, or `If-None-Match: *` for something new, so that nobody’s change is overwritten unseen.',
  },
  'metrics-closed': {
    status: 401,
    title: 'Metrics are for the operator of this server',
    advice: 'Send the token of the setting AMTSWEG_METRICS_TOKEN as `Authorization: Bearer`.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing at this address',
    advice: 'Check the address against /api/openapi.json.',
  },
  'release-not-kept': {
    status: 404,
    title: 'This release of the widgets is not kept here',
    advice:
      'Take the tags of a release that is: `/v1/integrity.json` names the newest. Operators keep old ones in the folder of AMTSWEG_RELEASE_FOLDER; a page that pins one shows its own links meanwhile.',
  },
  'area-unknown': {
    status: 404,
    title: 'No area has this key',
    advice:
      'Look the area up with GET /api/v1/areas?q=. Keys are ARS prefixes of 2, 3, 5, 9 or 12 digits, or an AGS of 8.',
  },
  'place-unknown': {
    status: 404,
    title: 'No area matches what was given as the place',
    advice: 'Check the postcode or place name, or ask GET /api/v1/areas?q= for suggestions.',
  },
  'service-unknown': {
    status: 404,
    title: 'No public service has this key',
    advice: 'Use an id or a Leistungsschluessel returned by GET /api/v1/services.',
  },
  'unit-unknown': {
    status: 404,
    title: 'No unit has this id',
    advice: 'Use an id returned by GET /api/v1/responsibilities. Units may be withdrawn by their authority.',
  },
  'format-not-offered': {
    status: 501,
    title: 'This format is not offered',
    advice: 'Ask for `format=json` or `format=xml`.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This address does not take that method',
    advice: 'Use one of the methods in the Allow header.',
  },
  'request-too-large': {
    status: 413,
    title: 'The request is larger than we accept',
    advice: 'Send less; the limits are listed in the operator guide.',
  },
  'query-too-long': {
    status: 414,
    title: 'The address is longer than we accept',
    advice: 'Shorten the query to at most 2,000 characters in all and 200 for a search.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests of this kind have come from your network',
    advice:
      'Ask again after the seconds in Retry-After. RateLimit-Policy says how much is allowed, RateLimit what is left.',
  },
  timeout: {
    status: 503,
    title: 'The answer took too long',
    advice: 'Try again after the seconds in Retry-After.',
  },
  unavailable: {
    status: 503,
    title: 'The server is starting, stopping or too busy',
    advice: 'Try again after the seconds in Retry-After.',
  },
  'internal-error': {
    status: 500,
    title: 'Something failed on our side',
    advice: 'Try again; if it persists, tell the operator the request id.',
  },
} as const satisfies Record<string, { status: number; title: string; advice: string }>

export type ProblemCode = keyof typeof problems

/** One wrong part of a request: `pointer` is a JSON pointer such as `/limit`. */
export interface ProblemPart {
  readonly pointer: string
  readonly detail: string
}

/** Problem details for HTTP APIs (RFC 9457), extended by `code`, `requestId` and `errors`. */
export interface Problem {
  readonly type: `/problems/${ProblemCode}`
  readonly code: ProblemCode
  readonly status: number
  readonly title: string
  readonly detail?: string
  readonly instance?: string
  readonly requestId?: string
  readonly errors?: readonly ProblemPart[]
}
