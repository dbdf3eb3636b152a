import type { HistoryEntry, ReferralView } from "~/domain/referrals/reading/referral-views";
import type { Words } from "~/locales/words";
import { senderInWords } from "./sender-in-words";
import type { DetailView } from "./view";

type Entry = DetailView["history"][number] & { at: number };

function whoOf(words: Words, entry: HistoryEntry, sentBy: ReferralView["sentBy"]): string | null {
  const { t } = words;
  const { team } = sentBy;
  if (entry.actorKind === "sender") return t("history.by", { who: senderInWords(words, sentBy) });
  if (entry.actorKind === "family") return t("history.byFamily");
  if (entry.actorKind === "system") return entry.event === "referral.expired" ? t("history.bySystem") : null;
  if (!entry.actorName) return null;
  if (entry.actorKind === "mail_link") return t("history.byMail", { who: entry.actorName });
  return entry.event === "referral.sent" && team
    ? t("history.byTeam", { who: entry.actorName, team })
    : t("history.by", { who: entry.actorName });
}

/** Every event with who, when and why, and the tries to reach the family among them. */
export function describeHistory(words: Words, view: ReferralView): DetailView["history"] {
  const { t, format } = words;
  const events: Entry[] = view.history
    .filter(({ event }) => event !== "referral.contact_attempted")
    .map((entry) => ({
      id: entry.id,
      at: new Date(entry.at).getTime(),
      what: t(`event.${entry.event.replace("referral.", "")}`, { defaultValue: t("event.other") }),
      who: whoOf(words, entry, view.sentBy),
      when: format.dateTime(entry.at),
      more:
        [entry.reasonCode && t(`status:reason.${entry.reasonCode}`), entry.undone && t("history.undone")]
          .filter(Boolean)
          .join(" · ") || null,
    }));
  const tries: Entry[] = view.attempts.map((attempt) => ({
    id: attempt.id,
    at: new Date(attempt.at).getTime(),
    what: t(`try.outcomes.${attempt.outcome}`),
    who: null,
    when: format.dateTime(attempt.at),
    more: [t(`try.ways.${attempt.way}`), attempt.takenBackAt && t("history.undone")]
      .filter(Boolean)
      .join(" · "),
  }));
  return [...events, ...tries].sort((one, other) => one.at - other.at).map(({ at: _at, ...entry }) => entry);
}
