/**
 * What kept a mail from somebody, as the outbox row says it: one of these words, then the numbers of the server's answer
 * ("login 535 5.7.8"). SendGrid's is its HTTP status or a code of the network.
 */
const mailFaults = [
  "away",
  "slow",
  "tls",
  "login",
  "sender",
  "busy",
  "refused",
  "bounce",
  "no_recipient",
  "unknown_template",
  "other",
] as const;
export type MailFault = (typeof mailFaults)[number];

/** Of one mail or its receiver alone: the mail service itself works. */
const ofOneMail: readonly MailFault[] = ["refused", "bounce", "no_recipient", "unknown_template"];

const byNetwork: Record<string, MailFault> = {
  ...{ ECONNABORTED: "slow", ETIMEDOUT: "slow" },
  ...{ ENOTFOUND: "away", EAI_AGAIN: "away", ECONNREFUSED: "away", ECONNRESET: "away" },
  dropped: "bounce",
};

function ofStatus(status: number): MailFault {
  if (status === 401 || status === 403) return "login";
  if (status === 408) return "slow";
  if (status === 429 || status >= 500) return "busy";
  return "refused";
}

/** A row's code as a word and the numbers that whoever keeps the mail server asks for. Null: nothing was wrong. */
export function readMailFault(code: string | null): { fault: MailFault; numbers: string } | null {
  if (!code) return null;
  const [word = "", ...rest] = code.split(" ");
  if (/^\d{3}$/.test(word)) return { fault: ofStatus(Number(word)), numbers: word };
  const fault = mailFaults.find((one) => one === word) ?? byNetwork[word] ?? "other";
  return { fault, numbers: rest.join(" ") };
}

/** Whether the fault is the mail service's, so that other mails do not leave either. */
export function isServiceFault(code: string | null): boolean {
  const read = readMailFault(code);
  return read !== null && !ofOneMail.includes(read.fault);
}
