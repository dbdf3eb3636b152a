import { env } from "~/env.server";
import type { MailPort } from "./mail-port";
import { sendgridPort } from "./sendgrid-port.server";

const keptInPortal: MailPort = { keeps: true, send: async () => ({}) };

/** SendGrid when a key is set; without one, mails are kept and read on the outbox page. */
export function mailPort(): MailPort {
  const { SENDGRID_API_KEY: apiKey, SENDGRID_BASE_URL: baseUrl } = env();
  return apiKey ? sendgridPort({ apiKey, baseUrl }) : keptInPortal;
}
