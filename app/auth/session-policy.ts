import { inSeconds } from "~/domain/kernel/durations";

/** How long a sign-in lasts and what it is called. */
export const idleSeconds = inSeconds({ minutes: 30 });
/** A session ends this long after sign-in, however busy it was. */
export const hardSeconds = inSeconds({ hours: 12 });
/** The idle clock is moved at most this often, so that reading a page seldom writes. */
export const slideSeconds = 60;
/** "Just signed in": showing backup codes again and starting two-step set-up without the password. */
export const freshSeconds = inSeconds({ minutes: 10 });

/** Wrong passwords before a connection or a known device waits, those before unknown devices wait altogether, and how long. */
export const allowedFailures = 5;
export const allowedFailuresInAll = 50;
export const lockSeconds = inSeconds({ minutes: 15 });

export const backupCodeCount = 10;
export const minPasswordLength = 12;
export const maxPasswordLength = 128;

export const cookiePrefix = "upstream";

/** The session cookie's name; browsers only take a `__Secure-` cookie over https. */
export function sessionCookieName(secure: boolean): string {
  return `${secure ? "__Secure-" : ""}${cookiePrefix}.session_token`;
}

/** A link to set a new password lasts an hour; at most three are out for a person at a time. */
export const resetSeconds = inSeconds({ hours: 1 });
export const resetsAtOnce = 3;
/** Longer than the work itself, so that an answer's time says nothing. */
export const resetFloorMs = 400;

export const invitationDays = 7;
/** The link that a command prints is for now. */
export const printedLinkHours = 24;
/** What an authenticator app shows beside the code. */
export const twoStepIssuer = "Upstream";
/** How long the agency's own sign-in may take to answer. */
export const agencySeconds = 10;
