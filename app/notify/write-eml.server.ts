import MailComposer from "nodemailer/lib/mail-composer";
import { env } from "~/env.server";

const nobody = "recipient@upstream.invalid";

/** To whom, as far as a file may say it: the true address in the demo alone, whose people are invented. */
function recipientOf({ to, toEmail }: { to: string | null; toEmail: string | null }) {
  if (env().UPSTREAM_DEMO) return toEmail ?? nobody;
  return to ? { name: to, address: nobody } : nobody;
}

/** A kept mail as an .eml file (RFC 5322), to be opened in a mail program. `to`: masked. */
export function writeEml(mail: {
  id: string;
  subject: string;
  html: string;
  text: string;
  createdAt: Date;
  to: string | null;
  toEmail: string | null;
}): Promise<Buffer> {
  const { subject, html, text, createdAt } = mail;
  const to = recipientOf(mail);
  const messageId = `<${mail.id}@upstream.invalid>`;
  const composer = new MailComposer({
    from: env().MAIL_FROM,
    to,
    subject,
    html,
    text,
    date: createdAt,
    messageId,
  });
  return composer.compile().build();
}
