import { env } from "~/env.server";
import type { MailPort } from "./mail-port";
import { sendgridPort } from "./sendgrid-port.server";
import { smtpPort } from "./smtp-port.server";

const keptInPortal: MailPort = { keeps: true, send: async () => ({}) };

let made: MailPort | undefined;

function makePort(): MailPort {
  const { SENDGRID_API_KEY: apiKey, SENDGRID_BASE_URL: baseUrl, SMTP_URL: url } = env();
  if (apiKey) return sendgridPort({ apiKey, baseUrl });
  return url ? smtpPort({ url }) : keptInPortal;
}

/** SendGrid or a mail server, as it is set; without either, mails are kept and read on the outbox page. */
export function mailPort(): MailPort {
  made ??= makePort();
  return made;
}
