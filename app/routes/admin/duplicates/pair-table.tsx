import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ListedPair } from "~/domain/directory/duplicates/list-duplicates.server";
import { useFormat } from "~/locales/use-format";
import { Button } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { PageForm } from "~/ui/form/page-form";
import { RuleTags } from "./rule-tags";

type Props = { pairs: readonly ListedPair[]; apart: boolean; timeZone: string; path: string };

/** Pairs that may be the same, or those that were kept apart and may be looked at again. */
export function PairTable({ pairs, apart, timeZone, path }: Props) {
  const { t } = useTranslation("admin-directory");
  const format = useFormat(timeZone);
  const side = ({ name, owner }: ListedPair["first"]) => (
    <>
      {name}
      {owner && <span className="meta font-normal"> ({owner})</span>}
    </>
  );
  const look = (pair: ListedPair) =>
    apart ? (
      <PageForm method="post" values={{ intent: "reopen", pair: pair.id }}>
        <Button small>{t("duplicates.reopen")}</Button>
      </PageForm>
    ) : (
      <Link to={`${path}/${pair.id}`}>{t("duplicates.look")}</Link>
    );
  if (pairs.length === 0) return <p>{t("duplicates.none")}</p>;
  return (
    <DataTable
      caption={t("duplicates.title")}
      quietCaption
      rows={pairs}
      rowKey={(pair) => pair.id}
      columns={[
        {
          key: "pair",
          label: t("duplicates.pair"),
          header: true,
          cell: (pair: ListedPair) => (
            <>
              {side(pair.first)} {t("duplicates.and")} {side(pair.second)}
            </>
          ),
        },
        {
          key: "why",
          label: t("duplicates.why"),
          cell: (pair: ListedPair) => <RuleTags evidence={pair.evidence} />,
        },
        {
          key: "found",
          label: t("duplicates.found"),
          cell: (pair: ListedPair) => format.date(pair.foundAt),
        },
        { key: "look", label: t("duplicates.look"), cell: look },
      ]}
    />
  );
}
