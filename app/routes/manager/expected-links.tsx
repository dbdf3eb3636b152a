import { useTranslation } from "react-i18next";
import type { ExpectedBin, ExpectedGroup, ExpectedLinks, PairCount } from "~/domain/measures/expected-links";
import { useFormat } from "~/locales/use-format";
import { Card } from "~/ui/card";
import { DataTable } from "~/ui/data-table";

type Format = ReturnType<typeof useFormat>;

/** Wrong links of ten thousand below this are told as being below it. */
const leastTold = 1;
/** A share is never told as more than it is. */
const downTo = (share: number, digits: number): number => Math.floor(share * 10 ** digits) / 10 ** digits;

/** With as many digits as the edge of a bin has. */
function edge(format: Format, share: number): string {
  const digits = [0, 1].find((n) => Number.isInteger(Number((share * 10 ** (n + 2)).toFixed(6)))) ?? 2;
  return format.percent(share, digits);
}

function BinTable({ bins, format }: { bins: ExpectedBin[]; format: Format }) {
  const { t } = useTranslation("manager");
  const few = t("linked.expected.few");
  const count = (pairs: PairCount) => (pairs === "small" ? t("card.hidden") : format.number(pairs));
  const chance = ({ from, to }: ExpectedBin) => `${edge(format, from)} – ${edge(format, to)}`;
  const same = (share: number | null) => (share === null ? few : format.percent(downTo(share, 3), 1));
  const columns = [
    { key: "chance", label: t("linked.expected.chance"), header: true, cell: chance },
    ...(["pairs", "expected", "read", "same"] as const).map((key) => ({
      key,
      label: t(`linked.expected.${key}`),
      number: true,
      cell: (row: ExpectedBin) => (key === "pairs" || key === "read" ? count(row[key]) : same(row[key])),
    })),
  ];
  return <DataTable caption={t("linked.expected.bins")} rows={bins} rowKey={chance} columns={columns} />;
}

function ExpectedGroups({ groups, format }: { groups: ExpectedGroup[]; format: Format }) {
  const { t } = useTranslation("manager");
  const few = t("linked.expected.few");
  const wrong = (share: number | null) => {
    if (share === null) return few;
    return share < leastTold
      ? t("linked.expected.under", { number: format.number(leastTold) })
      : format.number(Math.round(share));
  };
  const columns = [
    {
      key: "value",
      label: t("linked.expected.group"),
      header: true,
      cell: ({ group, value }: ExpectedGroup) => t(`linked.expected.value.${group}.${value}`),
    },
    {
      key: "recall",
      label: t("linked.expected.recall"),
      number: true,
      cell: ({ recall }: ExpectedGroup) => (recall === null ? few : format.percent(downTo(recall, 2))),
    },
    {
      key: "wrong",
      label: t("linked.expected.wrong"),
      number: true,
      cell: ({ falseOfTenThousand }: ExpectedGroup) => wrong(falseOfTenThousand),
    },
  ];
  const keyOf = ({ group, value }: ExpectedGroup) => `${group}-${value}`;
  return <DataTable caption={t("linked.expected.groups")} rows={groups} rowKey={keyOf} columns={columns} />;
}

type Props = { expected: ExpectedLinks; timeZone: string };

/** How sure the linker is of its pairs, what readers found, and which groups it expects to serve worse. */
export function ExpectedCard({ expected: { bins, groups }, timeZone }: Props) {
  const { t } = useTranslation("manager");
  const format = useFormat(timeZone);
  return (
    <Card className="mt-3" aria-labelledby="expected">
      <h2 id="expected">{t("linked.expected.title")}</h2>
      <p>{t("linked.expected.lede")}</p>
      <BinTable {...{ bins, format }} />
      {groups.length > 0 && <ExpectedGroups {...{ groups, format }} />}
      <p className="meta mt-2">{t("linked.expected.honest")}</p>
    </Card>
  );
}
