import { geodataProblems } from './geodata-problems.ts'

/**
 * Every way our API can say no. The key is the public, stable code; nothing else may be parsed.
 * `advice` is what the page at `/problems/<code>` tells a developer to do next.
 */
export const problems = {
  ...geodataProblems,
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
  'changes-gone': {
    status: 410,
    title: 'What was read so far is too old to go on from',
    advice:
      'Ask again without `since` and read everything. What you have and does not come any more is gone here: delete it at the end.',
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
  'approval-needed': {
    status: 409,
    title: 'A second person has to look at this first',
    advice:
      'Here nothing is published before somebody else has approved of it: keep it as a draft with PUT /api/v1/drafts/{id} and submit that.',
  },
  'four-eyes-kept': {
    status: 409,
    title: 'One person alone cannot decide this',
    advice:
      'Where changes need a second clerk, two administrators have to end that: each by POST /api/v1/authorities/{id}/four-eyes-end. Where there is one only, the operator can: `amtsweg authority set <id> --four-eyes no`.',
  },
  'draft-unknown': {
    status: 404,
    title: 'There is no such draft',
    advice: 'Use an id returned by GET /api/v1/drafts; somebody may have thrown it away.',
  },
  'draft-not-ready': {
    status: 409,
    title: 'A draft that stands like this cannot be treated so',
    advice: 'Read it again: `state` tells where it stands. What is published is changed by a new draft.',
  },
  'own-draft': {
    status: 403,
    title: 'Somebody else has to approve of this',
    advice: 'Ask a clerk who has written nothing in this draft. That holds for administrators too.',
  },
  'change-unknown': {
    status: 404,
    title: 'There is no such change to look at',
    advice: 'Use an id returned by GET /api/v1/history. Changes are kept for some months only.',
  },
  'not-undoable': {
    status: 409,
    title: 'This change cannot be undone any more',
    advice: 'What was there before is no longer kept. Write it anew.',
  },
  'import-unknown': {
    status: 404,
    title: 'There is no such import',
    advice: 'Use an id returned by GET /api/v1/imports. Files and reports are kept for 30 days only.',
  },
  'import-state': {
    status: 409,
    title: 'The import is not at this point',
    advice: 'Read it again: parts come first and in their order, then it is checked, then it is applied.',
  },
  'import-running': {
    status: 409,
    title: 'Another file of this authority is being worked on',
    advice: 'Wait until it is done: files of one authority are worked on one after the other.',
  },
  'import-suspicious': {
    status: 409,
    title: 'The file looks damaged',
    advice:
      'Many records would be withdrawn, or were rejected. If that is meant, send `{"accept": true}`; otherwise have the file made anew.',
  },
  'imports-full': {
    status: 507,
    title: 'There is no room for more files now',
    advice:
      'The files of all authorities together are as large as this server keeps (AMTSWEG_UPLOADS_MAX_MB), or yours are half of that. Delete those you need no longer by DELETE /api/v1/imports/{id}, or send this one later: what is applied or left lying goes by itself.',
  },
  'import-too-large': {
    status: 413,
    title: 'The file is too large',
    advice:
      'Send it packed with gzip, or in several files. The operator sets the limit (AMTSWEG_UPLOAD_MAX_MB).',
  },
  'import-not-text': {
    status: 422,
    title: 'The file is no text',
    advice: 'Save a table as CSV, and unpack an archive first; gzip may stay.',
  },
  'link-report-unknown': {
    status: 404,
    title: 'There is no such link report',
    advice: 'Ask for the list anew: the address works again, or it stands nowhere any more.',
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
  'session-missing': {
    status: 401,
    title: 'Nobody is signed in',
    advice:
      'Sign in at /desk/sign-in. A program sends a token as `Authorization: Bearer amt_…` instead; sessions are for browsers.',
  },
  'session-expired': {
    status: 401,
    title: 'The session is over',
    advice:
      'Sign in again. Sessions end after a while without a request, at the latest after the hours set by AMTSWEG_SESSION_HOURS, and when they are revoked.',
  },
  'request-not-from-here': {
    status: 403,
    title: 'The request does not come from a page of this server',
    advice:
      'What is done by session is done from the desk only: browsers say so in `Origin` or `Sec-Fetch-Site`. If that is where you are, the address in AMTSWEG_PUBLIC_URL is not the one in the browser.',
  },
  'authority-missing': {
    status: 400,
    title: 'It is not said which authority this is for',
    advice:
      'Send the id of the authority in the header field `Amtsweg-Authority`; GET /api/v1/session lists those you may act for.',
  },
  'role-missing': {
    status: 403,
    title: 'Your roles do not include this',
    advice:
      'Ask an administrator of the authority for the role. /api/openapi.json names the scope for this address, GET /api/v1/session those you have.',
  },
  'sign-in-refused': {
    status: 401,
    title: 'These do not fit together',
    advice:
      'Check the e-mail address and the password. Whoever has forgotten it asks an administrator for a new invitation.',
  },
  'sign-in-too-often': {
    status: 429,
    title: 'Too many attempts to sign in have failed',
    advice:
      'Try again after the seconds in Retry-After. A passkey, and a browser one has signed in with before, are not held up.',
  },
  'sign-in-not-begun': {
    status: 401,
    title: 'This step belongs to a sign-in that was not begun or took too long',
    advice: 'Begin again at /desk/sign-in.',
  },
  'second-factor-refused': {
    status: 401,
    title: 'The second proof was not accepted',
    advice:
      'Codes are valid for about a minute and only once: wait for the next one, and check the clock of the device. A recovery code, a passkey or an administrator helps further.',
  },
  'sign-in-again': {
    status: 403,
    title: 'This needs a sign-in of the last minutes',
    advice: 'Sign out and in again, then repeat it: who finds an open desk shall not take the account over.',
  },
  'password-wrong': {
    status: 403,
    title: 'The present password is another one',
    advice:
      'Type the password you sign in with now. Who does not know it asks an administrator for a new invitation.',
  },
  'password-too-common': {
    status: 422,
    title: 'This password would be guessed',
    advice:
      'Choose another one: not a common one, and none made of the name, the address or the town. Four unrelated words are good.',
  },
  'invitation-invalid': {
    status: 403,
    title: 'This invitation opens nothing',
    advice:
      'Invitations work once and for a while. Ask for a new one; for the very first administrator restart the server or run `amtsweg clerk invite --administrator`.',
  },
  'passkey-refused': {
    status: 422,
    title: 'The passkey could not be taken',
    advice: 'Begin again with new options: they work once and for a few minutes.',
  },
  'way-closed': {
    status: 403,
    title: 'One does not sign in this way here',
    advice: 'GET /api/v1/sign-in lists the ways.',
  },
  'provider-refused': {
    status: 401,
    title: 'The identity provider did not confirm the sign-in',
    advice:
      'Begin again at /desk/sign-in. If it persists, the operator compares the settings of the provider.',
  },
  'provider-unreachable': {
    status: 502,
    title: 'The identity provider does not answer',
    advice: 'Try again, or sign in another way.',
  },
  'account-unknown': {
    status: 403,
    title: 'Nobody here belongs to this account of the identity provider',
    advice: 'An administrator invites you first; then open the invitation and choose the provider there.',
  },
  'last-administrator': {
    status: 409,
    title: 'Nobody could administer this any more',
    advice: 'First make somebody else administrator.',
  },
  'already-taken': {
    status: 409,
    title: 'Somebody else has this already',
    advice: 'Choose another id, address or area; `detail` says which it is.',
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
  'subscription-unknown': {
    status: 404,
    title: 'No subscription of yours has this id',
    advice: 'GET /api/v1/subscriptions tells those there are.',
  },
  'person-unknown': {
    status: 404,
    title: 'No person has this id',
    advice:
      'Use an id returned by GET /api/v1/directory or /api/v1/people. Authorities withdraw people who have left.',
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
