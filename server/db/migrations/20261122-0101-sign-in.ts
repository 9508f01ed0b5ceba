import { sql, type Kysely } from 'kysely'

/** The tables of sign-in. They belong to no workspace: one account may be a colleague in several. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table auth_account_holder (
    id text primary key, name text not null, email text not null unique, "emailVerified" boolean not null default false, image text,
    "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now())`,
  `create table auth_session (
    id text primary key, "userId" text not null references auth_account_holder on delete cascade, token text not null unique,
    "expiresAt" timestamptz not null, "ipAddress" text, "userAgent" text,
    "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now())`,
  `create index auth_session_holder on auth_session ("userId")`,
  `create table auth_credential (
    id text primary key, "userId" text not null references auth_account_holder on delete cascade, "accountId" text not null, "providerId" text not null,
    "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz,
    scope text, password text, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now())`,
  `create index auth_credential_holder on auth_credential ("userId")`,
  `create table auth_verification (
    id text primary key, identifier text not null, value text not null, "expiresAt" timestamptz not null,
    "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now())`,
  `create index auth_verification_identifier on auth_verification (identifier)`,
]
