import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { mailServerCertificate, mailServerKey } from "./mail-server-keys";

export type TakenMail = { from: string; to: string[]; secure: boolean; source: string };
export type MailServer = {
  /** Whole mails that it took, in order. */
  taken: TakenMail[];
  /** What it answers to an address, as "550 5.1.1 No such mailbox"; none: it takes it. */
  answers: Map<string, string>;
  /** Its address as SMTP_URL; on 0.0.0.0, which is not known as this machine, TLS is asked for. */
  url(host?: string, login?: string): string;
  stop(): Promise<void>;
};

const mailUser = { name: "portal", password: "pass:w@rd" };

function refusal(answer: string): Error {
  const [, code, words] = /^(\d{3}) (.*)$/.exec(answer) ?? [];
  return Object.assign(new Error(words), { responseCode: Number(code) });
}

/** A real SMTP server on a port of its own. `options` are smtp-server's: without "STARTTLS" it speaks plainly. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const answers = new Map<string, string>();
  const server = new SMTPServer({
    key: mailServerKey,
    cert: mailServerCertificate,
    authOptional: true,
    allowInsecureAuth: true,
    logger: false,
    onAuth({ username, password }, _session, answer) {
      const known = username === mailUser.name && password === mailUser.password;
      if (known) answer(null, { user: username });
      else answer(refusal("535 5.7.8 Authentication credentials invalid"));
    },
    onMailFrom({ address }, _session, answer) {
      const said = answers.get(address);
      answer(said ? refusal(said) : null);
    },
    onRcptTo({ address }, _session, answer) {
      const said = answers.get(address);
      answer(said ? refusal(said) : null);
    },
    onData(stream, { envelope, secure }, answer) {
      void text(stream).then((source) => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        taken.push({ from, to: envelope.rcptTo.map(({ address }) => address), secure, source });
        answer(null);
      });
    },
    ...options,
  });
  // A client that does not trust it leaves in the middle of the greeting.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
  const { port } = server.server.address() as AddressInfo;
  const scheme = options.secure ? "smtps" : "smtp";
  const { name, password } = mailUser;
  return {
    taken,
    answers,
    url: (host = "127.0.0.1", login = `${name}:${encodeURIComponent(password)}`) =>
      `${scheme}://${login ? `${login}@` : ""}${host}:${port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
