import { useTranslation } from "react-i18next";
import type { ListingSection, SectionState } from "~/domain/directory/editing/listing-sections";
import { Card } from "~/ui/card";
import { ErrorSummary } from "~/ui/form/error-summary";
import { TaskList } from "~/ui/lists";
import { Banner } from "~/ui/tag";

const tones = { not_started: "neu", in_progress: "info", done: "ok", more_needed: "warn" } as const;

/** The parts of a listing, each with the form in which its provider edits it too. */
export function EditParts({
  path,
  tasks,
}: {
  path: string;
  tasks: readonly { section: ListingSection; state: SectionState }[];
}) {
  const { t } = useTranslation("provider-listings");
  return (
    <Card aria-labelledby="parts">
      <h2 id="parts">{t("agency.parts")}</h2>
      <p className="meta">{t("agency.edits")}</p>
      <TaskList
        tasks={tasks.map(({ section, state }) => ({
          href: `${path}/edit/${section}`,
          name: <span id={section}>{t(`section.${section}`)}</span>,
          state: t(`state.${state}`),
          tone: tones[state],
        }))}
      />
    </Card>
  );
}

type Refused = { errors: Record<string, string[]>; conflict: string | null } | undefined;

/** Why an act was refused: a part that is missing, a choice, or somebody was faster. */
export function RefusedAct({ refused }: { refused: Refused }) {
  const { t } = useTranslation(["listing-review", "provider-listings"]);
  if (!refused) return null;
  if (refused.conflict) return <Banner tone="warn">{t("refused")}</Banner>;
  const { reason, resolution, sections, ...parts } = refused.errors;
  if (reason || resolution || sections) return <Banner tone="warn">{t("chooseReason")}</Banner>;
  const words = Object.entries(parts).map(
    ([section, codes]) =>
      [
        section,
        codes.map((code) =>
          t(`provider-listings:publish.${code}`, {
            section: t(`provider-listings:section.${section}`),
          }),
        ),
      ] as const,
  );
  return <ErrorSummary title={t("provider-listings:publish.refused")} errors={Object.fromEntries(words)} />;
}
