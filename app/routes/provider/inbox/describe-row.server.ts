import type { InboxRow } from "~/domain/referrals/reading/referral-views";
import type { InboxStage } from "~/domain/referrals/states/referral-status";
import { childAges } from "~/locales/child-ages";
import { storedNameInWords } from "~/listing-words/stored-name-in-words";
import { languageLabel } from "~/locales/language-name";
import type { Words } from "~/locales/words";
import { dayOf, isToday, whenInWords } from "./when-in-words";
import type { GroupView, RowView } from "./view";

/** How a due time stands now: late, today, later. */
function dueOf(words: Words, at: Date, overdue: boolean): NonNullable<RowView["due"]> {
  const { t, format } = words;
  if (overdue)
    return {
      tone: "bad",
      words: t("row.late", { when: isToday(words, at) ? format.time(at) : format.date(at) }),
    };
  return { tone: isToday(words, at) ? "warn" : "neu", words: whenInWords(words, at) };
}

function rowDue(words: Words, row: InboxRow): RowView["due"] {
  if (row.lane === "closed") return { tone: "neu", words: words.t(`status:referral.${row.status}`) };
  if (row.resumeBy) return { tone: "neu", words: words.format.date(row.resumeBy) };
  return row.dueAt ? dueOf(words, row.dueAt, row.overdue) : null;
}

function describeRow(words: Words, row: InboxRow): RowView {
  const { t, format } = words;
  const ages =
    row.childAgesMonths.length > 0
      ? t("row.child", { count: row.childAgesMonths.length, ages: childAges(words, row.childAgesMonths) })
      : null;
  const reminder =
    row.remindAt && row.remindAt > words.now ? t("row.remind", { day: format.date(row.remindAt) }) : null;
  const changed = row.contactChanged ? t("row.contactChanged") : null;
  const foot = [
    changed,
    row.familyName ? languageLabel(words, row.language) : null,
    ages,
    row.postalCode,
    reminder,
  ];
  const needs = row.needCodes.map((code) => t(`needs:${code}`));
  return {
    id: row.id,
    name: row.familyName ?? t("notShared"),
    due: rowDue(words, row),
    want: needs.length > 0 ? format.list(needs) : storedNameInWords(words, row.serviceName, row.serviceText),
    foot: foot.filter((part): part is string => Boolean(part)),
  };
}

function groupTitle(words: Words, stage: InboxStage, row: InboxRow): string {
  const { t, format } = words;
  if (stage === "finished") return t("group.finished");
  if (stage === "taking-part") return t("group.takingPart");
  if (row.status === "needs_information") return t("group.asked");
  if (row.resumeBy) return t("group.paused", { day: format.date(row.resumeBy, "long") });
  if (!row.dueAt) return t("group.nothing");
  const soon = row.overdue || dayOf(words, row.dueAt) <= dayOf(words, words.now);
  if (stage === "new")
    return soon ? t("group.replyToday") : t("group.replyBy", { day: format.date(row.dueAt, "long") });
  return soon ? t("group.today") : t("group.by", { day: format.date(row.dueAt, "long") });
}

/** Rows as they come (soonest due first), under a heading that says in words when they are due. */
export function groupRows(words: Words, stage: InboxStage, rows: readonly InboxRow[]): GroupView[] {
  const groups = new Map<string, RowView[]>();
  for (const row of rows) {
    const title = groupTitle(words, stage, row);
    groups.set(title, [...(groups.get(title) ?? []), describeRow(words, row)]);
  }
  return [...groups].map(([title, shown]) => ({ title, rows: shown }));
}
