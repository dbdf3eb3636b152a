import { useTranslation } from "react-i18next";
import type { ExpectedBin, ExpectedGroup, ExpectedLinks, PairCount } from "~/domain/measures/expected-links";
import { useFormat } from "~/locales/use-format";
import { Card } from "~/ui/card";
import { DataTable } from "~/ui/data-table";

type Props = { expected: ExpectedLinks; timeZone: string };

/** How sure the linker is of its pairs, what readers found, and which groups it expects to serve worse. */
export function ExpectedCard({ expected, timeZone }: Props) {
  const { t } = useTranslation("manager");
  const format = useFormat(timeZone);
  const few = t("linked.expected.few");
  const count = (pairs: PairCount) => (pairs === "small" ? t("card.hidden") : format.number(pairs));
  const share = (value: number | null, digits = 0) => (value === null ? few : format.percent(value, digits));
  const bin = ({ from, to }: ExpectedBin) => `${format.percent(from, 2)} – ${format.percent(to, 2)}`;
  return (
    <Card className="mt-3" aria-labelledby="expected">
      <h2 id="expected">{t("linked.expected.title")}</h2>
      <p>{t("linked.expected.lede")}</p>
      <DataTable
        caption={t("linked.expected.bins")}
        rows={expected.bins}
        rowKey={bin}
        columns={[
          { key: "chance", label: t("linked.expected.chance"), header: true, cell: bin },
          { key: "pairs", label: t("linked.expected.pairs"), number: true, cell: (row) => count(row.pairs) },
          {
            key: "same",
            label: t("linked.expected.same"),
            number: true,
            cell: (row) => share(row.expected, 1),
          },
          { key: "read", label: t("linked.expected.read"), number: true, cell: (row) => count(row.read) },
          { key: "found", label: t("linked.expected.found"), number: true, cell: (row) => share(row.same) },
        ]}
      />
      {expected.groups.length > 0 && (
        <DataTable
          caption={t("linked.expected.groups")}
          rows={expected.groups}
          rowKey={({ group, value }: ExpectedGroup) => `${group}-${value}`}
          columns={[
            {
              key: "value",
              label: t("linked.expected.group"),
              header: true,
              cell: ({ group, value }) => t(`linked.expected.value.${group}.${value}`),
            },
            {
              key: "recall",
              label: t("linked.expected.recall"),
              number: true,
              cell: (row) => share(row.recall),
            },
            {
              key: "wrong",
              label: t("linked.expected.wrong"),
              number: true,
              cell: (row) =>
                row.falseOfThousand === null ? few : format.number(Number(row.falseOfThousand.toFixed(1))),
            },
          ]}
        />
      )}
      <p className="meta mt-2">{t("linked.expected.honest")}</p>
    </Card>
  );
}
