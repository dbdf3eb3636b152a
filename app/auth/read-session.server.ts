import { parseCookie } from "cookie";
import type { Pool } from "pg";
import type { Clock } from "~/domain/kernel/clock";
import type { ResolvedSession, SessionMembership } from "./session";
import { idleSeconds, sessionCookieName, slideSeconds } from "./session-policy";
import { readSignedToken, sessionSetCookie } from "./sign-session-cookie";

export type SessionSources = { pool: Pick<Pool, "query">; secret: string; secure: boolean; clock: Clock };

/** A session, and the Set-Cookie line when the idle clock was moved. */
export type SessionRead = { session: ResolvedSession | null; setCookie: string | null };

type Row = Omit<ResolvedSession, "membership"> & {
  membershipId: string | null;
  expiresAt: Date;
  hardExpiresAt: Date | null;
};

const readSession = {
  name: "auth-read-session",
  text: `select s.id as "sessionId", s.user_id as "userId", s.created_at as "createdAt",
    s.expires_at as "expiresAt", s.hard_expires_at as "hardExpiresAt", s.aal,
    coalesce(s.auth_method, '') as "authMethod", s.membership_id as "membershipId",
    u.name, u.email, u.locale, u.shortcuts_on as "shortcutsOn", u.large_text as "largeText",
    u.two_factor_enabled as "twoFactorEnabled",
    coalesce((select json_agg(json_build_object('id', m.id, 'role', m.role,
        'jurisdictionId', j.id, 'jurisdictionSlug', j.slug, 'jurisdictionName', j.name,
        'jurisdictionTitle', j.title, 'timeZone', j.time_zone, 'codeListsVersion', j.code_lists_version, 'crisisPhone', j.crisis_phone,
        'organizationId', o.id, 'organizationName', o.name, 'mergedOrganizationIds',
        array(select g.id from organization g where g.merged_into_id = o.id), 'teamName', m.team_name) order by m.created_at, m.id)
      from membership m join jurisdiction j on j.id = m.jurisdiction_id
      left join organization o on o.id = m.organization_id
      where m.user_id = u.id and m.ended_at is null), '[]'::json) as memberships
  from session s join "user" u on u.id = s.user_id where s.token = $1`,
};
const slideSession = {
  name: "auth-slide-session",
  text: `update session set expires_at = $2, updated_at = $3 where token = $1 and expires_at < $2`,
};

/** The workspace in use: the chosen one while the person still has it, else the only one. */
function membershipInUse(row: Row): SessionMembership | null {
  const chosen = row.memberships.find((one) => one.id === row.membershipId);
  return chosen ?? (row.memberships.length === 1 ? (row.memberships[0] ?? null) : null);
}

/** Moves the idle clock when a minute has passed, never beyond the hard end; answers the new end or null. */
async function slide(sources: SessionSources, token: string, row: Row, now: Date): Promise<Date | null> {
  const idleEnd = now.getTime() + idleSeconds * 1000;
  const end = new Date(Math.min(idleEnd, row.hardExpiresAt?.getTime() ?? 0));
  if (end.getTime() - row.expiresAt.getTime() < slideSeconds * 1000) return null;
  await sources.pool.query({ ...slideSession, values: [token, end, now] });
  return end;
}

/**
 * Reads who is calling from a Cookie header: checks the signature better-auth made, reads session, person and
 * workspaces in one statement, refuses what is past its idle or hard end, and moves the idle clock at most once a
 * minute. A session without a hard end is refused. Source of the format: better-auth 1.7.25, better-call 1.4.5.
 */
export async function readSessionFromCookie(
  sources: SessionSources,
  cookieHeader: string | null | undefined,
): Promise<SessionRead> {
  const none: SessionRead = { session: null, setCookie: null };
  const value = parseCookie(cookieHeader ?? "")[sessionCookieName(sources.secure)];
  const token = value && readSignedToken(value, sources.secret);
  if (!token) return none;
  const row = (await sources.pool.query<Row>({ ...readSession, values: [token] })).rows[0];
  const now = sources.clock.now();
  if (!row?.hardExpiresAt || row.expiresAt <= now || row.hardExpiresAt <= now) return none;
  const end = await slide(sources, token, row, now);
  const maxAge = end && Math.floor((end.getTime() - now.getTime()) / 1000);
  const setCookie =
    maxAge && sessionSetCookie({ token, secret: sources.secret, secure: sources.secure, maxAge });
  const { membershipId: _chosen, expiresAt: _idle, hardExpiresAt: _hard, ...person } = row;
  return { session: { ...person, membership: membershipInUse(row) }, setCookie: setCookie || null };
}
