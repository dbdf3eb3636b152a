import { useTranslation } from "react-i18next";
import type { ListedGoals } from "~/domain/goals/list-goals.server";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/card";
import { Note } from "~/ui/tag";
import { type ManagerFrame, ManagerPage } from "../manager-page";

/** From the goals to what they rest on. */
export function GoalsWays() {
  const { t } = useTranslation("goals");
  return (
    <nav className="row mt-2 no-print" aria-label={t("ways")}>
      <a href={pathTo("/manager/frameworks")}>{t("frameworks.title")}</a>
      <a href={pathTo("/manager/initiatives")}>{t("initiative.list")}</a>
      <a href={pathTo("/manager/community")}>{t("community.title")}</a>
    </nav>
  );
}

/** Where no framework is followed yet: what to do. */
export function FollowNothing({ frame }: { frame: ManagerFrame }) {
  const { t } = useTranslation("goals");
  return (
    <ManagerPage frame={frame} here="goals" title={t("manager:goals.title")}>
      <GoalsWays />
      <EmptyState
        title={t("frameworks.noneTitle")}
        action={
          <ButtonLink variant="primary" href={pathTo("/manager/frameworks")}>
            {t("frameworks.choose")}
          </ButtonLink>
        }
      >
        {t("frameworks.none")}
      </EmptyState>
    </ManagerPage>
  );
}

type Versions = Pick<ListedGoals, "framework" | "version" | "newest" | "retired" | "periodVersion">;

/** An earlier version says that it is one; the one in force says which version the months counted here keep. */
export function VersionNote({ page }: { page: Versions }) {
  const { t } = useTranslation("goals");
  const { framework, version, newest, retired, periodVersion } = page;
  const at = (to: number) => `${pathTo("/manager/goals")}?framework=${framework.id}&version=${to}`;
  if (version !== newest || retired)
    return (
      <Note>
        {t("framework.earlier", { version })}{" "}
        {!retired && (
          <a href={`${pathTo("/manager/goals")}?framework=${framework.id}`}>{t("framework.inForce")}</a>
        )}
      </Note>
    );
  if (periodVersion === version) return null;
  return (
    <p className="meta">
      {t("framework.periodKeeps", { version: periodVersion })}{" "}
      <a href={at(periodVersion)}>{t("framework.lookAt", { version: periodVersion })}</a>
    </p>
  );
}
