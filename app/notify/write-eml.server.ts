import MailComposer from "nodemailer/lib/mail-composer";
import { env } from "~/env.server";

/** A kept mail as an .eml file (RFC 5322), to be opened in a mail program. */
export function writeEml(mail: {
  id: string;
  subject: string;
  html: string;
  text: string;
  createdAt: Date;
  toEmail: string | null;
}): Promise<Buffer> {
  const { subject, html, text, createdAt } = mail;
  const to = mail.toEmail ?? "recipient@upstream.invalid";
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
