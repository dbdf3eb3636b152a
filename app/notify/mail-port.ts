/** A mail ready to leave. */
export type Mail = {
  outboxId: string;
  jurisdictionId: string;
  to: string[];
  from: { email: string; name: string };
  subject: string;
  html: string;
  text: string;
};

/** final: trying again cannot help (the service refused the mail itself). */
export class MailRefused extends Error {
  constructor(
    readonly code: string,
    readonly final: boolean,
  ) {
    super(code);
    this.name = "MailRefused";
  }
}

/** What carries mails outward. `keeps`: nothing leaves, the mail is kept to be read in the portal. */
export type MailPort = { keeps: boolean; send(mail: Mail): Promise<{ messageId?: string }> };
