import { useTranslation } from "react-i18next";
import { passkeyNameLength } from "~/auth/passkey.schema";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Card, Details, VisuallyHidden } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { PageForm } from "~/ui/form/page-form";
import { TextField } from "~/ui/form/text-field";
import { PasskeyPart } from "./passkey-part";

type Row = { id: string; name: string; addedAt: Date };
type Errors = Partial<Record<string, string[]>>;
/** What was typed into a refused form of this card. */
export type TypedPasskey = { intent?: string; key?: string; name?: string };

export const nameIdOf = (key: string | undefined) => (key ? `name-${key}` : "passkey-name");

/** The person's passkeys, each to be renamed or removed, and one more. */
export function PasskeysCard({
  passkeys,
  timeZone,
  fresh,
  errors,
  typed,
}: {
  passkeys: readonly Row[];
  timeZone: string;
  /** Signed in less than ten minutes ago: only then is one added. */
  fresh: boolean;
  errors: Errors;
  typed: TypedPasskey;
}) {
  const { t } = useTranslation("account");
  const format = useFormat(timeZone);
  const errorOf = (key?: string) => (typed.key === key ? errors["name"]?.[0] : undefined);
  const columns = [
    { key: "name", label: t("passkeys.name"), cell: (row: Row) => row.name, header: true },
    { key: "added", label: t("passkeys.added"), cell: (row: Row) => format.dateTime(row.addedAt) },
    {
      key: "act",
      label: t("account.act"),
      cell: (row: Row) => <PasskeyActs row={row} error={errorOf(row.id)} typed={typed} />,
    },
  ];
  return (
    <Card id="passkeys" aria-labelledby="passkeys-title">
      <h2 id="passkeys-title">{t("passkeys.title")}</h2>
      <p className="meta">{t("passkeys.lede")}</p>
      {passkeys.length > 0 && (
        <DataTable
          caption={t("passkeys.title")}
          quietCaption
          columns={columns}
          rows={passkeys}
          rowKey={(row) => row.id}
        />
      )}
      {fresh ? (
        <AddPasskey error={errorOf()} typed={typed.key === undefined ? typed.name : undefined} />
      ) : (
        <PageForm method="post" action={pathTo("/sign-out")} values={{ intent: "sign-out" }}>
          <p>{t("passkeys.signInFirst")}</p>
          <Button>{t("common:action.signOut")}</Button>
        </PageForm>
      )}
    </Card>
  );
}

function AddPasskey({ error, typed }: { error: string | undefined; typed: string | undefined }) {
  const { t } = useTranslation("account");
  return (
    <>
      <p className="meta" data-without-passkey>
        {t("passkeys.cannot")}
      </p>
      <PasskeyPart ask="add" values={{ intent: "add-passkey" }}>
        <div data-keep="no">
          <TextField
            id={nameIdOf(undefined)}
            name="name"
            label={t("passkeys.newName")}
            hint={t("passkeys.newNameHint")}
            error={error}
            defaultValue={typed}
            maxLength={passkeyNameLength}
            autoComplete="off"
            narrow
          />
        </div>
        <div className="row">
          <Button>{t("passkeys.add")}</Button>
        </div>
      </PasskeyPart>
    </>
  );
}

function PasskeyActs({ row, error, typed }: { row: Row; error: string | undefined; typed: TypedPasskey }) {
  const { t } = useTranslation("account");
  const mine = typed.key === row.id;
  return (
    <Details
      open={mine}
      summary={
        <>
          {t("passkeys.change")}
          <VisuallyHidden>: {row.name}</VisuallyHidden>
        </>
      }
    >
      <PageForm method="post" stack values={{ intent: "rename-passkey", key: row.id }}>
        <TextField
          id={nameIdOf(row.id)}
          name="name"
          label={t("passkeys.name")}
          error={error}
          defaultValue={mine ? typed.name : row.name}
          maxLength={passkeyNameLength}
          autoComplete="off"
        />
        <div className="row">
          <Button small>{t("passkeys.rename")}</Button>
        </div>
      </PageForm>
      <PageForm method="post" values={{ intent: "remove-passkey", key: row.id }} className="mt-3">
        <p className="meta">{t("passkeys.removeWhat")}</p>
        <Button small variant="danger">
          {t("passkeys.remove")}
        </Button>
      </PageForm>
    </Details>
  );
}
