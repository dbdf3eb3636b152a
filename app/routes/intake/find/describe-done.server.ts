import type { CallInformation } from "~/domain/referrals/following/list-call-information.server";
import type { CallReferral } from "~/domain/referrals/following/list-call-referrals.server";
import { storedNameInWords } from "~/listing-words/stored-name-in-words";
import type { Words } from "~/locales/words";
import { pathTo } from "~/paths";

type Done = {
  callId: string;
  referrals: readonly CallReferral[];
  information: readonly CallInformation[];
  kept: number;
};
export type DoneView = {
  id: string;
  title: string;
  organization: string;
  state: string;
  when: string;
  number: string | null;
  href: string | null;
};

/** What a call did, in one order and one count wherever it is said: referrals, details, transfers, and its list. */
export function describeDone(words: Words, { callId, referrals, information, kept }: Done): DoneView[] {
  const { t, format } = words;
  const named = (act: { serviceName: string; serviceText: unknown }) =>
    storedNameInWords(words, act.serviceName, act.serviceText);
  const sent = referrals.map((act) => ({
    id: act.id,
    at: act.createdAt,
    title: named(act),
    organization: act.organizationName,
    state: act.masked ? t(`mask.${act.masked}`) : t(`status:referral.${act.status}`),
    number: t("summary.number", { number: act.number }),
    href: pathTo("/intake/sent/:id", { id: act.id }),
  }));
  const given = information.map((act) => ({
    id: act.id,
    at: act.createdAt,
    title: named(act),
    organization: act.organizationName,
    state: t(`given.${act.kind}`),
    number: null,
    href: null,
  }));
  const acts = [...sent, ...given]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, ...act }) => ({ ...act, when: format.dateTime(at) }));
  if (kept === 0) return acts;
  const href = pathTo("/intake/calls/:id/list", { id: callId });
  const list = { id: "kept", title: t("about.kept", { count: kept }), organization: "", when: "" };
  return [...acts, { ...list, state: t("summary.list"), number: null, href }];
}
