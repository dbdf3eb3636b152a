import { passkey } from "@better-auth/passkey";
import { APIError } from "better-auth/api";
import { twoStepIssuer } from "./session-policy";

/**
 * Who holds the device proved it to the device itself, by PIN, finger or face: only so is a passkey both steps in one. The
 * plugin asks for it and goes on without (it has `requireUserVerification: false` written into it).
 */
function refuseUnverified(userVerified: boolean | undefined): void {
  if (userVerified !== true) throw new APIError("UNAUTHORIZED", { code: "USER_NOT_VERIFIED" });
}

/** Passkeys with user verification, added only by who is past both steps. */
export function passkeyPlugin(origin: string) {
  return passkey({
    rpID: new URL(origin).hostname,
    rpName: twoStepIssuer,
    origin,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    registration: {
      afterVerification: async ({ ctx, verification }) => {
        const live: Record<string, unknown> = ctx.context.session?.session ?? {};
        if (live.aal !== 2) throw new APIError("UNAUTHORIZED", { code: "SECOND_STEP_NEEDED" });
        refuseUnverified(verification.registrationInfo?.userVerified);
      },
    },
    authentication: {
      afterVerification: async ({ verification }) =>
        refuseUnverified(verification.authenticationInfo?.userVerified),
    },
  });
}
