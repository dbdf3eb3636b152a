import type { MailFault } from "~/domain/kernel/mail-fault";
import { MailRefused, type RefusedAddress } from "./mail-port";

/** What nodemailer throws, and what it notes of each address. Its texts name people: they go nowhere. */
export type SmtpFault = {
  code?: string;
  /** Of the system or of OpenSSL, beneath the code. */
  originalCode?: string;
  command?: string;
  responseCode?: number;
  response?: string;
  recipient?: string;
  rejectedErrors?: SmtpFault[];
};

/** "550 5.1.1": the numbers of an answer, which whoever keeps the mail server asks for. */
function numbersOf({ response }: SmtpFault): string {
  const [, status = "", enhanced = ""] = /^(\d{3})[ -]?(\d\.\d{1,3}\.\d{1,3})?/.exec(response ?? "") ?? [];
  return [status, enhanced].filter(Boolean).join(" ");
}

const codeOf = (word: MailFault, fault: SmtpFault) => [word, numbersOf(fault)].filter(Boolean).join(" ");

/** No such mailbox or domain, a mailbox that was closed; as RFC 3463 numbers them, 5.1.7 and 5.1.8 being the sender's. */
const noMailbox = /^5\.(1\.(?![78]$)\d+|2\.1)$/;
/** Servers that number nothing else answer with these for a mailbox that is not there, and for much besides. */
const perhapsNoMailbox = /^(550|551|553)$/;
const ofTheSender = /relay|sender|spf|dkim|spam|block|polic|denied|authent|permi/i;

function isBounce(fault: SmtpFault): boolean {
  const [status = "", enhanced] = numbersOf(fault).split(" ");
  if (enhanced) return noMailbox.test(enhanced);
  return perhapsNoMailbox.test(status) && !ofTheSender.test(fault.response ?? "");
}

function refusedAddress(fault: SmtpFault): RefusedAddress {
  const final = (fault.responseCode ?? 0) >= 500;
  const bounced = final && isBounce(fault);
  const word = bounced ? "bounce" : final ? "refused" : "busy";
  return { email: fault.recipient ?? "", code: codeOf(word, fault), final, bounced };
}

/** What was said of each refused address; none when the fault is not about addresses. */
export function refusedAddresses({ rejectedErrors = [] }: SmtpFault): RefusedAddress[] {
  return rejectedErrors.map(refusedAddress);
}

const unauthenticated = 530;
const byCode: Record<string, MailFault> = {
  ...{ EAUTH: "login", ENOAUTH: "login", ETLS: "tls", EREQUIRETLS: "tls" },
  ...{ ETIMEDOUT: "slow", EABORT: "slow" },
  ...{ EDNS: "away", ECONNECTION: "away", ESOCKET: "away" },
};

/** CERT_HAS_EXPIRED, ERR_TLS_CERT_ALTNAME_INVALID; the network's own are words like ECONNREFUSED. */
const ofCertificates = /_|^EPROTO$/;

function wordOf(fault: SmtpFault): MailFault {
  const { code = "", command, responseCode = 0 } = fault;
  if (responseCode === unauthenticated) return "login";
  if (ofCertificates.test(fault.originalCode ?? "")) return "tls";
  if (byCode[code]) return byCode[code];
  if (responseCode >= 400 && responseCode < 500) return "busy";
  if (responseCode >= 500) return command === "MAIL FROM" ? "sender" : "refused";
  return "other";
}

/** A mail that did not leave. Final alone is a server's 5xx on the mail itself: the rest may pass, or be mended by a setting. */
export function smtpRefusal(fault: SmtpFault): MailRefused {
  const word = wordOf(fault);
  return new MailRefused(codeOf(word, fault), word === "refused");
}
