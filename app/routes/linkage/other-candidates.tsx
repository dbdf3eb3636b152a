import { useTranslation } from "react-i18next";
import type { OtherCandidate } from "~/domain/linkage/pair-views";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { Tag } from "~/ui/tag";

/** Whom else either record could be, and the way out where it is none of them. */
export function OtherCandidates({
  others,
  timeZone,
}: {
  others: readonly OtherCandidate[];
  timeZone: string;
}) {
  const { t } = useTranslation("linkage");
  const format = useFormat(timeZone);
  const state = {
    open: "pair.open",
    linked: "pair.linked",
    apart: "pair.apart",
    aside: "pair.aside",
  } as const;
  return (
    <Card aria-labelledby="others">
      <h2 id="others">{t("pair.others")}</h2>
      {others.length === 0 ? (
        <p>{t("pair.othersNone")}</p>
      ) : (
        <ul className="grid gap-2">
          {others.map((one) => (
            <li key={one.candidateId}>
              <a href={pathTo("/linkage/pairs/:id", { id: one.candidateId })}>
                {t(one.of === "portal" ? "pair.ofPortal" : "pair.ofAgency", { name: one.name })}
              </a>
              {one.birthDate && (
                <span className="meta"> {t("pair.born", { date: format.date(one.birthDate, "year") })}</span>
              )}{" "}
              <Tag tone={one.state === "linked" ? "ok" : "neu"}>{t(state[one.state])}</Tag>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3">
        <ButtonLink href={pathTo("/linkage/search")} icon="search" shortcut="/">
          {t("pair.none")}
        </ButtonLink>
      </p>
    </Card>
  );
}
