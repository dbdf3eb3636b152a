import sendgrid from "@sendgrid/mail";
import { type MailPort, MailRefused } from "./mail-port";

/** The library has its client, its types do not say so. */
type WithClient = typeof sendgrid & { client: { setDefaultRequest(key: string, value: string): void } };
type ServiceFault = { code?: number | string };

/** Time-outs, 408, 429 and the service's own faults pass; every other refusal is final. */
function refusalOf(fault: ServiceFault): MailRefused {
  const { code } = fault;
  const final = typeof code === "number" && code >= 400 && code < 500 && code !== 408 && code !== 429;
  return new MailRefused(String(code ?? "unknown"), final);
}

/** SendGrid. No tracking: links stay as written and nobody's reading is recorded. Throws MailRefused. */
export function sendgridPort(settings: { apiKey: string; baseUrl?: string }): MailPort {
  sendgrid.setApiKey(settings.apiKey);
  // setApiKey puts the address back to SendGrid's own, so the address comes after it.
  if (settings.baseUrl) (sendgrid as WithClient).client.setDefaultRequest("baseUrl", settings.baseUrl);
  sendgrid.setTimeout(10_000);
  const off = { enable: false };
  return {
    keeps: false,
    async send({ outboxId, jurisdictionId, to, from, subject, html, text }) {
      try {
        const [answer] = await sendgrid.send({
          to,
          from,
          subject,
          html,
          text,
          customArgs: { outboxId, jurisdictionId },
          trackingSettings: { clickTracking: off, openTracking: off, subscriptionTracking: off },
        });
        const headers = answer.headers as Record<string, string | undefined>;
        return { messageId: headers["x-message-id"] };
      } catch (fault) {
        throw refusalOf(fault as ServiceFault);
      }
    },
  };
}
