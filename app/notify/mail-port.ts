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

/** final: trying again cannot help (the service refused the mail itself). The code is of readMailFault, never a text. */
export class MailRefused extends Error {
  constructor(
    readonly code: string,
    readonly final: boolean,
  ) {
    super(code);
    this.name = "MailRefused";
  }
}

/** One of the addresses was not taken. bounced: there is no such mailbox, so nothing is written to it any more. */
export type RefusedAddress = { email: string; code: string; final: boolean; bounced: boolean };

/** refused: of the mail's addresses, those that the service would not take, when it says so at once. */
export type Carried = { messageId?: string; refused?: RefusedAddress[] };

/** What carries mails outward. `keeps`: nothing leaves, the mail is kept to be read in the portal. */
export type MailPort = { keeps: boolean; send(mail: Mail): Promise<Carried> };
