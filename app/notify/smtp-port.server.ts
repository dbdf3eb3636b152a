import { createHash } from "node:crypto";
import { createTransport } from "nodemailer";
import type { Mail, MailPort } from "./mail-port";
import { refusedAddresses, type SmtpFault, smtpRefusal } from "./smtp-refusal";

type SmtpSettings = {
  /** As SMTP_URL; checked by env.server.ts. */
  url: string;
  /** Another certificate authority than the machine's own. */
  ca?: string;
  /** The longest that one mail may take, in milliseconds. */
  longest?: number;
};

/** A worker's batch of mails ends within the queue's two minutes although each takes so long. */
const longest = 15_000;
/** A server that let a mail wait in vain is not waited for again so soon; jobs are tried again after half a minute. */
const rest = 20_000;
const waitedInVain = 3_000;

const thisMachine = /^(localhost|127(\.\d+){3}|\[::1\])$/;

function connectionOf({ url, ca, longest: limit = longest }: SmtpSettings) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  const here = thisMachine.test(hostname);
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !here,
    ignoreTLS: !secure && here,
    tls: { ...(ca && { ca }), rejectUnauthorized: !here },
    auth: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined,
    ...{ connectionTimeout: limit, greetingTimeout: limit, socketTimeout: limit, dnsTimeout: limit },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  };
}

/** The same for every try of a mail to the same people: a mailbox that takes it twice can tell. */
function messageIdOf({ outboxId, to, from }: Mail): string {
  const who = createHash("sha256").update(to.join()).digest("hex").slice(0, 12);
  return `<${outboxId}.${who}@${from.email.split("@").at(-1)}>`;
}

/** A mail server by SMTP. TLS always, but to this machine; nothing waits longer than `longest`. Throws MailRefused. */
export function smtpPort(settings: SmtpSettings): MailPort {
  const transport = createTransport(connectionOf(settings));
  let restUntil = 0;
  return {
    keeps: false,
    async send(mail) {
      if (performance.now() < restUntil) throw smtpRefusal({ code: "ETIMEDOUT" });
      const began = performance.now();
      const { to, subject, html, text } = mail;
      const from = { name: mail.from.name, address: mail.from.email };
      const messageId = messageIdOf(mail);
      const headers = { "Auto-Submitted": "auto-generated" };
      const signal = AbortSignal.timeout(settings.longest ?? longest);
      try {
        const told = await transport.sendMail({ from, to, subject, html, text, messageId, headers, signal });
        return { messageId, refused: refusedAddresses(told as SmtpFault) };
      } catch (error) {
        const fault = error as SmtpFault;
        const refused = refusedAddresses(fault);
        if (refused.length === to.length) return { refused };
        if (performance.now() - began > waitedInVain) restUntil = performance.now() + rest;
        throw smtpRefusal(fault);
      }
    },
  };
}
