import { z } from 'zod'
import { tokenScopes } from './access.ts'
import { ClerkRole } from './clerk-roles.ts'
import { Identifier, Lang, RegionKey } from './parameters.ts'
import { ClerkEmail, ClerkName } from './sign-in.ts'

const At = z.string().meta({ description: 'RFC 3339 UTC' })
const Day = z.string().meta({ description: 'ISO date' })

/** Roles of a clerk in one authority; `authority: null` = in the whole installation, where only `administrator` is given. */
export const Grant = z
  .strictObject({ authority: Identifier.nullable(), roles: z.array(ClerkRole).min(1).max(20) })
  .meta({ id: 'Grant' })
export type Grant = z.infer<typeof Grant>

/**
 * Who can sign in, as an administrator sees them: of an authority with the grants in it, of the installation with all
 * (header Amtsweg-Authority left out).
 */
export const Clerk = z
  .object({
    id: Identifier,
    name: z.string(),
    email: z.string(),
    state: z.enum(['invited', 'active', 'suspended']),
    grants: z.array(Grant),
    isShared: z.boolean().meta({
      description: 'Has grants beyond what the caller administers: only the grants shown can be changed then',
    }),
    hasSecondFactor: z.boolean(),
    lastSeenOn: Day.nullable(),
    createdAt: At,
  })
  .meta({ id: 'Clerk' })
export type Clerk = z.infer<typeof Clerk>

const grants = z
  .array(Grant)
  .max(500)
  .refine(
    (all) => new Set(all.map(({ authority }) => authority)).size === all.length,
    'An authority stands twice in the list',
  )

/** `POST /clerks`. */
export const ClerkInvite = z
  .strictObject({ name: ClerkName, email: ClerkEmail, grants: grants.min(1) })
  .meta({ id: 'ClerkInvite' })
export type ClerkInvite = z.infer<typeof ClerkInvite>

/** `PUT /clerks/{id}` with the ETag of `GET /clerks/{id}`; `grants` as a whole, as far as the caller may give them. */
export const ClerkBody = z
  .strictObject({ name: ClerkName, email: ClerkEmail, isSuspended: z.boolean(), grants })
  .meta({ id: 'ClerkBody' })
export type ClerkBody = z.infer<typeof ClerkBody>

/** A way in that works once, shown once: whoever invites hands it over. */
export const InvitationLink = z
  .object({ url: z.string().meta({ description: '…/desk/welcome#…' }), expiresAt: At })
  .meta({ id: 'InvitationLink' })
export type InvitationLink = z.infer<typeof InvitationLink>

/** What `POST /clerks`, `POST /clerks/{id}/invitation` and `POST /clerks/{id}/reset` answer. */
export const InvitedClerk = z
  .object({ clerk: Clerk, invitation: InvitationLink })
  .meta({ id: 'InvitedClerk' })
export type InvitedClerk = z.infer<typeof InvitedClerk>

const TokenScope = z.enum(tokenScopes)

/** What is known of a key for a program; the key itself is not. */
export const AccessToken = z
  .object({
    id: Identifier,
    authority: Identifier,
    name: z.string(),
    scopes: z.array(TokenScope),
    madeBy: z
      .object({ id: Identifier, name: z.string().nullable() })
      .nullable()
      .meta({ description: 'The clerk; null = the command line. Without a name: no longer known' }),
    createdAt: At,
    expiresAt: At,
    revokedAt: At.nullable(),
    lastUsedOn: Day.nullable(),
  })
  .meta({ id: 'AccessToken' })
export type AccessToken = z.infer<typeof AccessToken>

/** `POST /tokens`. */
export const TokenBody = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    scopes: z.array(TokenScope).min(1).max(50),
    days: z.number().int().min(1).max(1_100).meta({ description: 'After so many days it ends' }),
  })
  .meta({ id: 'TokenBody' })
export type TokenBody = z.infer<typeof TokenBody>

/** The key, shown only now. */
export const MadeToken = z
  .object({ token: AccessToken, secret: z.string().meta({ description: 'amt_…' }) })
  .meta({ id: 'MadeToken' })
export type MadeToken = z.infer<typeof MadeToken>

/** A website of others and what it may use; without a list everything. */
const OriginSetting = z.strictObject({
  origin: z.string().max(200).meta({ description: 'https://www.wismar.example' }),
  uses: z.array(z.string().max(60)).min(1).max(20).optional(),
})

/** What an authority decides for itself: `GET` and `PUT /authorities/{id}/settings`, with the ETag. */
export const AuthorityBody = z
  .strictObject({
    names: z.record(Lang, z.string().trim().min(1).max(200)),
    logoUrl: z.string().max(1_000).optional(),
    languages: z.array(Lang).min(1).max(20),
    holidaysLand: z.string().regex(/^(?:0[1-9]|1[0-6])$/, 'A Land has a key from 01 to 16'),
    origins: z.array(OriginSetting).max(100),
    fourEyes: z
      .boolean()
      .default(false)
      .meta({ description: 'Whether each change needs the approval of a second clerk' }),
  })
  .meta({ id: 'AuthorityBody' })
export type AuthorityBody = z.infer<typeof AuthorityBody>

/** Whether somebody wants changes not to wait for a second clerk any more; two administrators have to. */
export const FourEyesEnd = z
  .object({
    fourEyes: z.boolean(),
    asked: z
      .object({ by: z.object({ id: Identifier, name: z.string() }), at: At, until: At })
      .nullable()
      .meta({ description: 'Who has asked for it, and until when another can agree' }),
    others: z.number().int().meta({ description: 'How many beside the caller could agree' }),
  })
  .meta({ id: 'FourEyesEnd' })
export type FourEyesEnd = z.infer<typeof FourEyesEnd>

/** `POST /authorities`, by administrators of the installation. */
export const NewAuthority = z
  .strictObject({
    ...AuthorityBody.shape,
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'An id is small letters, digits and hyphens, at most 60'),
    regionKey: RegionKey,
  })
  .meta({ id: 'NewAuthority' })
export type NewAuthority = z.infer<typeof NewAuthority>
export const KeptAuthority = z
  .object({ ...AuthorityBody.shape, id: Identifier, regionKey: RegionKey })
  .meta({ id: 'KeptAuthority' })
export type KeptAuthority = z.infer<typeof KeptAuthority>
