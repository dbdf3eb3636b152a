import { inviteAdministrator } from "~/auth/invite-administrator.server";
import { Conflict, Invalid } from "~/domain/kernel/errors";
import { needOption, readOptions, type Terminal, Unusable } from "./command-words";
import { asCommand, openPortal } from "./open-portal";
import { usePortalSettings } from "./use-portal-settings";

const text = { type: "string" } as const;
const options = { email: text, jurisdiction: text, name: text, another: { type: "boolean" } } as const;

const refusals: Record<string, string> = {
  administrator_exists:
    "There is an administrator already, who can invite others at /admin/people. To make one more by this command: --another",
  already_member: "This person is an administrator already. A forgotten password is set anew at /forgot.",
  email_wrong: "--email wants an address like name@example.org",
  email_needed: "--email wants an address like name@example.org",
  name_needed: "--name wants a name of at least two letters",
  name_long: "--name wants a name of at most 100 letters",
};

function inWords(error: unknown): unknown {
  const codes =
    error instanceof Conflict
      ? [error.message]
      : error instanceof Invalid
        ? Object.values(error.fieldErrors).flat()
        : [];
  const said = codes.flatMap((code) => refusals[code] ?? []);
  return said.length > 0 ? new Unusable(said.join("\n")) : error;
}

/** `upstream admin create --email EMAIL`: prints the single-use link with which somebody becomes administrator, never a password. */
export async function createAdmin(typed: string[], terminal: Terminal): Promise<void> {
  const { email, jurisdiction, name, another } = readOptions(typed, options);
  const wanted = { email: needOption(email, "email"), name, another };
  usePortalSettings(terminal);
  await openPortal(terminal, jurisdiction, async (portal) => {
    const made = await asCommand(portal, "admin", (ctx) => inviteAdministrator(ctx, wanted)).catch(
      (error) => {
        throw inWords(error);
      },
    );
    terminal.out(`${made.link}\n`);
    terminal.err(
      `Whoever opens this link becomes administrator of "${portal.jurisdiction.slug}" as ${made.email}: give it to that person alone.\n` +
        `It works once, until ${made.expiresAt.toISOString()}. A name, a password and a code app are chosen there.\n`,
    );
  });
}
