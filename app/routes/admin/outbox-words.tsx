import { useTranslation } from "react-i18next";
import type { MailAddressee } from "~/domain/kernel/index.server";
import { readMailFault } from "~/domain/kernel/mail-fault";
import { Tag, type Tone } from "~/ui/tag";

type Told = { status: string; kept: boolean; lastError: string | null };

const tones: Record<string, Tone> = { sent: "ok", failed: "bad", suppressed: "warn" };

/** What became of a mail: its state, and in words what went wrong. */
export function MailOutcome({ mail }: { mail: Told }) {
  const { t } = useTranslation("admin");
  const kept = mail.kept && mail.status === "sent";
  const wrong = mail.status === "suppressed" ? null : mail.lastError;
  return (
    <>
      <Tag tone={kept ? "info" : (tones[mail.status] ?? "info")}>
        {t(kept ? "outbox.keptState" : `outbox.status.${mail.status}`)}
      </Tag>
      {wrong && (
        <span className="meta block">
          <MailFaultWords code={wrong} />
          {mail.status === "pending" && ` ${t("outbox.again")}`}
        </span>
      )}
    </>
  );
}

/** A row's code in words, and the numbers of the server's answer. */
export function MailFaultWords({ code }: { code: string | null }) {
  const { t } = useTranslation("admin");
  const read = readMailFault(code);
  if (!read) return null;
  const { fault, numbers } = read;
  return (
    <>
      {t(`outbox.fault.${fault}`)}
      {numbers && ` ${t("outbox.numbers", { numbers })}`}
    </>
  );
}

/** To whom: the masked address, or an organization by its name. */
export function Addressee({ to }: { to: MailAddressee }) {
  const { t } = useTranslation("admin");
  return (
    <bdi className="[overflow-wrap:anywhere]">{to.masked ?? to.name ?? t(`outbox.addressee.${to.kind}`)}</bdi>
  );
}
